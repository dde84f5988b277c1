package org.millrace.deploy.alert;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.millrace.deploy.backup.LastBackup;
import org.millrace.deploy.calculation.AnalysisRun;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.home.Secrets;
import org.millrace.deploy.home.Settings;
import org.millrace.deploy.part.Health;
import org.millrace.deploy.part.Part;
import org.millrace.deploy.part.Parts;

/**
 * What is wrong with an instance now: parts, analyses, checks of the figures, the age of the
 * backup.
 */
public record Wrong(Home home, Ports ports, Clock clock) {

  private static final String FAILED_CHECKS =
      """
      select count(*), string_agg(table_name || ' ' || check_name, ', ' order by table_name)
      from mart.data_check where status = 'failed'
      """;

  /** In words, by subject. */
  public Map<String, String> now() {
    Map<String, String> wrong = new TreeMap<>();
    for (Part part : new Parts(home, ports).jvms()) {
      Health health = Health.of(part);
      if (!health.isUp()) {
        wrong.put(
            part.name() + " is " + health.status(),
            health.detail().isEmpty() ? "it gives no reason" : health.detail());
      }
    }
    wrong.putAll(failing(AnalysisRun.last(home, ports)));
    failedChecks().ifPresent(words -> wrong.put("checks of the figures fail", words));
    oldBackup().ifPresent(words -> wrong.put("the backup is old", words));
    return wrong;
  }

  /** The analyses that failed, each with the words of its companies. */
  static Map<String, String> failing(List<AnalysisRun> runs) {
    return runs.stream()
        .filter(AnalysisRun::isFailed)
        .collect(
            Collectors.groupingBy(
                run -> "analysis " + run.analysis() + " fails",
                TreeMap::new,
                Collectors.mapping(AnalysisRun::words, Collectors.joining("; "))));
  }

  private Optional<String> failedChecks() {
    String url = ports.jdbcUrl() + "?connectTimeout=3&socketTimeout=20";
    try (Connection connection =
            DriverManager.getConnection(
                url, "reader", new Secrets(home.secrets()).read("reader.password"));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(FAILED_CHECKS)) {
      return rows.next() && rows.getLong(1) > 0 ? Optional.of(rows.getString(2)) : Optional.empty();
    } catch (SQLException e) {
      return Optional.empty(); // a database that is unavailable makes its parts say so
    }
  }

  Optional<String> oldBackup() {
    int most = Settings.of(home).backupMaxAgeHours();
    if (most == 0) {
      return Optional.empty();
    }
    Optional<Instant> last = LastBackup.of(home);
    if (last.isEmpty()) {
      return Optional.of("there is none; ./millrace backup DIR makes one");
    }
    long hours = Duration.between(last.get(), clock.instant()).toHours();
    return hours < most
        ? Optional.empty()
        : Optional.of(
            "the last is of %s, %d hours ago; wanted is one every %d hours"
                .formatted(last.get(), hours, most));
  }
}
