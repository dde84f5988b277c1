package org.millrace.dashboards.superset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.dashboards.superset.bundle.Asset;
import org.millrace.dashboards.superset.server.Reply;
import org.millrace.dashboards.superset.server.SupersetServer;

/** Asks published charts for their data, as a viewer's page would. */
final class ChartCheck {
  private final SupersetServer server;
  private final ServerState state;

  ChartCheck(SupersetServer server, ServerState state) {
    this.server = server;
    this.state = state;
  }

  /** The charts that give no data, each with Superset's reason. */
  List<String> failures(List<Asset> charts) {
    List<String> failures = new ArrayList<>();
    for (Asset chart : charts) {
      Optional<Long> number = state.number(chart);
      if (number.isEmpty()) {
        failures.add(chart.id() + ": not on the server after the import");
        continue;
      }
      Reply reply = server.data(number.get());
      if (!reply.isOk()) {
        failures.add(chart.id() + ": " + reply.status() + " " + reply.reason());
      }
    }
    return failures;
  }
}
