package org.millrace.warehouse.publish;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.warehouse.catalog.Check;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.check.CheckResult;
import org.millrace.warehouse.check.RuleSql;

/** Checks the rows that are about to be published, in the transaction that publishes them. */
final class StageChecks {
  private static final int SAMPLED = 5;

  private final Clock clock;

  StageChecks(Clock clock) {
    this.clock = clock;
  }

  List<CheckResult> run(Connection connection, Table table, String relation) throws SQLException {
    List<CheckResult> results = new ArrayList<>();
    for (Check check : table.checks()) {
      Optional<String> failing = RuleSql.failing(check.rule(), relation);
      if (failing.isPresent()) {
        results.add(run(connection, table, check, failing.get()));
      }
    }
    return results;
  }

  private CheckResult run(Connection connection, Table table, Check check, String failing)
      throws SQLException {
    String sql =
        "SELECT count(*), coalesce(string_agg(as_text, ' ') FILTER (WHERE place <= "
            + SAMPLED
            + "), '') FROM (SELECT row_number() OVER () AS place,"
            + " row_to_json(failing_row)::text AS as_text FROM ("
            + failing
            + ") failing_row) found";
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return new CheckResult(
          table.sql(), check, found.getLong(1), found.getString(2), clock.instant());
    }
  }
}
