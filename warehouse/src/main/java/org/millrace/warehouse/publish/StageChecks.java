package org.millrace.warehouse.publish;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.warehouse.catalog.Check;
import org.millrace.warehouse.catalog.Table;

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
      Optional<String> failing = failing(check.rule(), relation);
      if (failing.isPresent()) {
        results.add(run(connection, table, check, failing.get()));
      }
    }
    return results;
  }

  private CheckResult run(Connection connection, Table table, Check check, String failing)
      throws SQLException {
    String sql =
        "SELECT count(*), coalesce(string_agg(r, ' ') FILTER (WHERE n <= "
            + SAMPLED
            + "), '') FROM (SELECT row_number() OVER () AS n, row_to_json(bad_row)::text AS r FROM ("
            + failing
            + ") bad_row) found";
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return new CheckResult(
          table.sql(), check, found.getLong(1), found.getString(2), clock.instant());
    }
  }

  /** A SELECT of the rows or groups that fail; empty for the rules that are checked elsewhere. */
  private static Optional<String> failing(Check.Rule rule, String relation) {
    if (rule instanceof Check.Rule.Unique unique) {
      String columns = list(unique.columns());
      return Optional.of(
          "SELECT %s, count(*) AS times FROM %s GROUP BY %s HAVING count(*) > 1"
              .formatted(columns, relation, columns));
    }
    if (rule instanceof Check.Rule.Present present) {
      String anyNull =
          present.columns().stream()
              .map(column -> '"' + column + "\" IS NULL")
              .collect(Collectors.joining(" OR "));
      return Optional.of("SELECT * FROM " + relation + " WHERE " + anyNull);
    }
    if (rule instanceof Check.Rule.EachRow each) {
      return Optional.of(
          "SELECT * FROM " + relation + " WHERE (" + each.condition() + ") IS NOT TRUE");
    }
    if (rule instanceof Check.Rule.Zero zero) {
      String by = list(zero.by());
      return Optional.of(
          "SELECT %s, sum(%s) - sum(%s) AS difference FROM %s GROUP BY %s HAVING sum(%s) <> sum(%s)"
              .formatted(by, zero.plus(), zero.minus(), relation, by, zero.plus(), zero.minus()));
    }
    return Optional.empty();
  }

  private static String list(List<String> columns) {
    return columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
  }
}
