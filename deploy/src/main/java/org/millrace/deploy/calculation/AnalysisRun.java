package org.millrace.deploy.calculation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.home.Secrets;

/**
 * How the last run of an analysis for a company ended.
 *
 * @param endedAt when
 * @param reason why it failed; blank when it did not
 * @param failures how often it has failed in a row
 * @param nextTryAt when a failed one is tried again
 */
public record AnalysisRun(
    String analysis,
    String company,
    Instant endedAt,
    String reason,
    int failures,
    Optional<Instant> nextTryAt) {

  private static final String ALL =
      """
      select analysis, company, ended_at, reason, failures, next_try_at
      from mart.analysis_run order by analysis, company
      """;

  /** The last runs of all analyses; none while the database does not answer. */
  public static List<AnalysisRun> last(Home home, Ports ports) {
    String url = ports.jdbcUrl() + "?connectTimeout=3&socketTimeout=20";
    List<AnalysisRun> runs = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(
                url, "reader", new Secrets(home.secrets()).read("reader.password"));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(ALL)) {
      while (row.next()) {
        runs.add(
            new AnalysisRun(
                row.getString("analysis"),
                row.getString("company"),
                row.getTimestamp("ended_at").toInstant(),
                row.getString("reason"),
                row.getInt("failures"),
                Optional.ofNullable(row.getTimestamp("next_try_at")).map(Timestamp::toInstant)));
      }
      return runs;
    } catch (SQLException e) {
      return List.of(); // a database that is away makes its parts say so
    }
  }

  public boolean isFailed() {
    return failures > 0;
  }

  /** Of one that failed: for whom, why, how often, and when it is tried again. */
  public String words() {
    return "%s: %s (%s%s)"
        .formatted(
            company,
            reason,
            failures == 1 ? "once" : failures + " times in a row",
            nextTryAt.map(at -> ", tried again at " + at).orElse(""));
  }
}
