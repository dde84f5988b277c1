package org.millrace.notebooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A figure as the boards show it: one number from the marts that the boards read. */
public final class Mart {

  private final String url;
  private final String user;
  private final String password;

  private Mart(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** The marts of the instance that the environment names by MILLRACE_DATABASE_URL and so on. */
  public static Mart ofEnvironment() {
    return of(System.getenv());
  }

  static Mart of(Map<String, String> environment) {
    Path file =
        Path.of(
            Gold.required(
                environment, "MILLRACE_DATABASE_PASSWORD_FILE", "the reader's password file"));
    try {
      return new Mart(
          Gold.required(environment, "MILLRACE_DATABASE_URL", "the database of the marts"),
          environment.getOrDefault("MILLRACE_DATABASE_USER", "reader"),
          Files.readString(file).strip());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "Cannot read the reader's password from " + file + "; is the instance up?", unreadable);
    }
  }

  /** A figure of a board, and the Delta version of the gold table that it was published from. */
  public record Figure(BigDecimal value, long deltaVersion) {}

  /**
   * The one number a query over a mart table gives, read together with the table's version; refuses
   * a query that gives none and a table that was not published.
   */
  public Figure figure(String table, String sql) {
    String both =
        "select (%s), (select delta_version from mart.publication where table_name = '%s')"
            .formatted(sql, table);
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(both)) {
      if (!result.next() || result.getBigDecimal(1) == null || result.getObject(2) == null) {
        throw new IllegalStateException(
            "The mart table %s gives no figure for: %s".formatted(table, sql));
      }
      return new Figure(result.getBigDecimal(1), result.getLong(2));
    } catch (SQLException failed) {
      throw new IllegalStateException(
          "The marts at %s refused [%s]: %s. Check ./millrace status"
              .formatted(url, both, failed.getMessage()),
          failed);
    }
  }
}
