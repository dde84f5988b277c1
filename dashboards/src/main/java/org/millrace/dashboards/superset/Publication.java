package org.millrace.dashboards.superset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.millrace.dashboards.superset.bundle.Asset;
import org.millrace.dashboards.superset.bundle.Bundle;
import org.millrace.dashboards.superset.bundle.MartDatabase;
import org.millrace.dashboards.superset.server.Json;
import org.millrace.dashboards.superset.server.Kind;
import org.millrace.dashboards.superset.server.Reply;
import org.millrace.dashboards.superset.server.SupersetRefused;
import org.millrace.dashboards.superset.server.SupersetServer;

/**
 * Brings a bundle to a server: reads what is there, imports in one transaction what differs, and
 * asks every chart for its data. A crash before the import leaves the server as it was; one after
 * it leaves a whole publication, and the next run finds nothing to do.
 */
public final class Publication {
  private final SupersetServer server;
  private final Bundle bundle;
  private final ServerState state;

  public Publication(SupersetServer server, Bundle bundle) {
    this.server = server;
    this.bundle = bundle;
    this.state = new ServerState(server);
  }

  /** What would be done; changes nothing. */
  public PublishReport plan() {
    server.login();
    refuseTakenNames();
    return new PublishReport(
        state.changes(bundle), new Leftovers(server, bundle).find(), List.of());
  }

  /** Does it; objects that no board needs any more are only named. */
  public PublishReport publish() {
    PublishReport plan = plan();
    List<Change> changes = withConnection(plan.changes());
    List<Asset> differing = changes.stream().filter(Change::isChange).map(Change::asset).toList();
    if (!differing.isEmpty()) {
      Bundle part = bundle.only(differing);
      server.importBundle(part.zip(), part.passwords());
    }
    refuseUnreadableMart();
    List<String> failures = new ChartCheck(server, state).failures(bundle.of(Kind.CHART));
    return new PublishReport(changes, plan.leftovers(), failures);
  }

  /** Does it, and deletes objects of ours that no board needs any more. */
  public PublishReport publishAndPrune() {
    PublishReport report = publish();
    new Leftovers(server, bundle).delete(report.leftovers());
    return report;
  }

  /** Passwords cannot be read back, so a database that does not answer is written again. */
  private List<Change> withConnection(List<Change> changes) {
    List<Change> all = new ArrayList<>();
    for (Change change : changes) {
      boolean stale =
          change.asset().kind() == Kind.DATABASE
              && change.deed() == Change.Deed.KEEP
              && !tables().isOk();
      all.add(stale ? new Change(change.asset(), Change.Deed.UPDATE, List.of("password")) : change);
    }
    return all;
  }

  private Reply tables() {
    Asset database = bundle.of(Kind.DATABASE).get(0);
    long id =
        state
            .number(database)
            .orElseThrow(() -> new SupersetRefused("Superset kept no database after the import"));
    return server.tables(id, MartDatabase.SCHEMA);
  }

  private void refuseUnreadableMart() {
    Reply reply = tables();
    if (!reply.isOk()) {
      throw new SupersetRefused(
          ("The boards are published, but Superset cannot read the mart database %s: %s. Check"
                  + " --database-url and --database-password-file; the address must be reachable"
                  + " from Superset's machine.")
              .formatted(bundle.database(), reply.reason()));
    }
    Set<String> there =
        Json.objects(reply.json(), "result").stream()
            .map(t -> Json.text(t, "value"))
            .collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    for (Asset dataset : bundle.of(Kind.DATASET)) {
      if (dataset.content().get("sql") == null && !there.contains(dataset.title())) {
        missing.add(dataset.title());
      }
    }
    if (!missing.isEmpty()) {
      throw new SupersetRefused(
          ("The boards are published, but schema %s of %s shows Superset no tables %s. Has the"
                  + " warehouse published its marts, and may the user read them?")
              .formatted(MartDatabase.SCHEMA, bundle.database(), missing));
    }
  }

  private void refuseTakenNames() {
    List<String> taken = new ArrayList<>();
    for (Asset asset : bundle.assets()) {
      String uuid = asset.id().uuid().toString();
      sameName(asset)
          .filter(o -> !Json.text(o, "uuid").equals(uuid))
          .ifPresent(o -> taken.add(taken(asset, o)));
    }
    if (!taken.isEmpty()) {
      throw new SupersetRefused(
          "Nothing was published: "
              + String.join("; ", taken)
              + ". Rename or delete them in Superset, then publish again.");
    }
  }

  private Optional<Map<String, Object>> sameName(Asset asset) {
    return switch (asset.kind()) {
      case DATABASE ->
          server.list(Kind.DATABASE, "database_name", asset.title()).stream().findFirst();
      case DATASET -> Optional.empty();
      case CHART -> Optional.empty();
      case DASHBOARD ->
          server.list(Kind.DASHBOARD, "slug", Json.text(asset.content(), "slug")).stream()
              .findFirst();
    };
  }

  private static String taken(Asset asset, Map<String, Object> other) {
    return "%s number %s is called '%s' and was not made by Millrace"
        .formatted(
            asset.kind().resource(),
            Json.text(other, "id"),
            asset.kind() == Kind.DASHBOARD ? Json.text(asset.content(), "slug") : asset.title());
  }
}
