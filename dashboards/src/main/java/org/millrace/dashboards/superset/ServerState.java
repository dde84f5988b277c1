package org.millrace.dashboards.superset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.dashboards.superset.bundle.Asset;
import org.millrace.dashboards.superset.bundle.AssetId;
import org.millrace.dashboards.superset.bundle.Bundle;
import org.millrace.dashboards.superset.server.Json;
import org.millrace.dashboards.superset.server.Kind;
import org.millrace.dashboards.superset.server.SupersetServer;

/** What a server has of the objects of a bundle, read object by object. */
final class ServerState {
  private final SupersetServer server;
  private final Map<String, String> datasetsById = new HashMap<>();
  private final Map<AssetId, Long> numbers = new HashMap<>();

  ServerState(SupersetServer server) {
    this.server = server;
  }

  /** What publishing would do to each object; nothing is changed. */
  List<Change> changes(Bundle bundle) {
    List<Change> changes = new ArrayList<>();
    for (Asset asset : bundle.assets()) {
      Optional<Essence> there = there(asset);
      if (there.isEmpty()) {
        changes.add(new Change(asset, Change.Deed.CREATE, List.of()));
        continue;
      }
      List<String> differ = List.copyOf(Essence.wanted(asset).differences(there.get()));
      changes.add(
          new Change(asset, differ.isEmpty() ? Change.Deed.KEEP : Change.Deed.UPDATE, differ));
    }
    return changes;
  }

  /** The number of an object on this server. */
  Optional<Long> number(Asset asset) {
    Long known = numbers.get(asset.id());
    return known == null ? found(asset).map(ServerState::number) : Optional.of(known);
  }

  static long number(Map<String, Object> object) {
    return Long.parseLong(Json.text(object, "id"));
  }

  private Optional<Map<String, Object>> found(Asset asset) {
    String uuid = asset.id().uuid().toString();
    Optional<Map<String, Object>> found =
        asset.kind() == Kind.DATABASE
            ? server.list(Kind.DATABASE, "uuid", uuid).stream().findFirst()
            : server.find(asset.kind(), uuid);
    found.ifPresent(o -> numbers.put(asset.id(), number(o)));
    return found;
  }

  private Optional<Essence> there(Asset asset) {
    Optional<Map<String, Object>> found = found(asset);
    return switch (asset.kind()) {
      case DATABASE -> found.flatMap(d -> server.connection(number(d))).map(Essence::database);
      case DATASET -> found.map(d -> dataset(asset, d));
      case CHART -> found.map(Essence::chart);
      case DASHBOARD -> found.map(d -> Essence.dashboard(d, datasetsById));
    };
  }

  private Essence dataset(Asset asset, Map<String, Object> found) {
    datasetsById.put(Json.text(found, "id"), asset.id().uuid().toString());
    return Essence.dataset(found, Json.text(Json.object(found, "database"), "uuid"));
  }
}
