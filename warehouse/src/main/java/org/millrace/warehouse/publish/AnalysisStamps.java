package org.millrace.warehouse.publish;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.millrace.warehouse.CompanyOutcomes;
import org.millrace.warehouse.CompanyOutcomes.Outcome;

/**
 * How each analysis went for each company, in {@code mart.analysis_run}; and in {@code
 * mart.publication} when the rows of its tables were calculated and for which day.
 */
public final class AnalysisStamps {
  private static final String TABLE =
      """
      CREATE TABLE IF NOT EXISTS mart.analysis_run (
        analysis text NOT NULL,
        company text NOT NULL,
        as_of date,
        ended_at timestamptz NOT NULL,
        status text NOT NULL,
        reason text NOT NULL,
        failures integer NOT NULL,
        next_try_at timestamptz,
        PRIMARY KEY (analysis, company))
      """;

  private final Mart mart;

  public AnalysisStamps(Mart mart) {
    this.mart = mart;
  }

  static void prepare(Statement statement) throws SQLException {
    statement.execute(TABLE);
    statement.execute(
        "ALTER TABLE mart.publication ADD COLUMN IF NOT EXISTS calculated_at timestamptz,"
            + " ADD COLUMN IF NOT EXISTS as_of date");
    statement.execute(
        "DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader') THEN"
            + " GRANT SELECT ON mart.analysis_run TO reader; END IF; END $$");
  }

  /** What an earlier process knew of an analysis. */
  public List<Outcome> known(String analysis) throws SQLException {
    Connection connection = mart.connection();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT company, as_of, ended_at, reason, failures FROM mart.analysis_run"
                + " WHERE analysis = ?")) {
      statement.setString(1, analysis);
      List<Outcome> known = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          known.add(
              new Outcome(
                  found.getString(1),
                  Optional.ofNullable(found.getDate(2)).map(Date::toLocalDate),
                  found.getTimestamp(3).toInstant(),
                  found.getString(4),
                  found.getInt(5)));
        }
      }
      return known;
    } finally {
      connection.rollback();
    }
  }

  /** Replaces what is known of an analysis and stamps the tables it writes. */
  public void write(String analysis, List<String> tables, CompanyOutcomes outcomes)
      throws SQLException {
    Connection connection = mart.connection();
    try {
      replace(connection, analysis, outcomes.all());
      stamp(connection, tables, outcomes.all());
      connection.commit();
    } catch (SQLException failed) {
      connection.rollback();
      throw failed;
    }
  }

  private static void replace(Connection connection, String analysis, List<Outcome> outcomes)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM mart.analysis_run WHERE analysis = ?")) {
      delete.setString(1, analysis);
      delete.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO mart.analysis_run VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (Outcome each : outcomes) {
        insert.setString(1, analysis);
        insert.setString(2, each.company());
        insert.setDate(3, each.asOf().map(Date::valueOf).orElse(null));
        insert.setTimestamp(4, Timestamp.from(each.at()));
        insert.setString(5, each.isFailed() ? "failed" : "done");
        insert.setString(6, each.reason());
        insert.setInt(7, each.failures());
        insert.setTimestamp(8, each.isFailed() ? Timestamp.from(each.nextTry()) : null);
        insert.executeUpdate();
      }
    }
  }

  private static void stamp(Connection connection, List<String> tables, List<Outcome> outcomes)
      throws SQLException {
    List<Outcome> done = outcomes.stream().filter(outcome -> !outcome.isFailed()).toList();
    Optional<Instant> at = done.stream().map(Outcome::at).max(Comparator.naturalOrder());
    Optional<LocalDate> asOf =
        done.stream().flatMap(each -> each.asOf().stream()).max(Comparator.naturalOrder());
    if (at.isEmpty()) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE mart.publication SET calculated_at = ?, as_of = ?"
                + " WHERE table_name = ANY (?)")) {
      statement.setTimestamp(1, Timestamp.from(at.get()));
      statement.setDate(2, asOf.map(Date::valueOf).orElse(null));
      String[] names =
          tables.stream().map(name -> name.substring(name.indexOf('.') + 1)).toArray(String[]::new);
      statement.setArray(3, connection.createArrayOf("text", names));
      statement.executeUpdate();
    }
  }
}
