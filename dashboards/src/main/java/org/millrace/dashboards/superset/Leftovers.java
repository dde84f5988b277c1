package org.millrace.dashboards.superset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.millrace.dashboards.superset.bundle.Asset;
import org.millrace.dashboards.superset.bundle.Bundle;
import org.millrace.dashboards.superset.server.Json;
import org.millrace.dashboards.superset.server.Kind;
import org.millrace.dashboards.superset.server.SupersetServer;

/**
 * Objects that an earlier publish made and no board needs any more. Ours is only what carries our
 * certification with the path of its file; what people made by hand is never named here.
 */
final class Leftovers {
  private final SupersetServer server;
  private final Set<String> wanted = new HashSet<>();

  Leftovers(SupersetServer server, Bundle bundle) {
    this.server = server;
    bundle.assets().forEach(a -> wanted.add(a.id().uuid().toString()));
  }

  /** One leftover object: what it is and its number on the server. */
  record Leftover(Kind kind, long number, String path) {
    @Override
    public String toString() {
      return kind.resource() + " " + path + " (number " + number + ")";
    }
  }

  /** Those that are there, in the order in which they may be deleted. */
  List<Leftover> find() {
    List<Leftover> found = new ArrayList<>();
    find(Kind.DASHBOARD, found);
    find(Kind.CHART, found);
    find(Kind.DATASET, found);
    return found;
  }

  void delete(List<Leftover> leftovers) {
    leftovers.forEach(l -> server.delete(l.kind(), l.number()));
  }

  private void find(Kind kind, List<Leftover> found) {
    for (Map<String, Object> object : server.list(kind)) {
      Map<String, Object> mark = mark(kind, object);
      boolean ours = Asset.OWNER.equals(mark.get("certified_by"));
      if (ours && !wanted.contains(Json.text(object, "uuid"))) {
        String path = Json.text(mark, "details");
        found.add(new Leftover(kind, ServerState.number(object), path));
      }
    }
  }

  private static Map<String, Object> mark(Kind kind, Map<String, Object> object) {
    if (kind == Kind.DATASET) {
      String extra = Json.text(object, "extra");
      return extra.isBlank() ? Map.of() : Json.object(Json.object(extra), "certification");
    }
    return Map.of(
        "certified_by", Json.text(object, "certified_by"),
        "details", Json.text(object, "certification_details"));
  }
}
