package org.millrace.dashboards.superset;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.dashboards.LoadedMart;
import org.millrace.dashboards.query.Query;
import org.millrace.dashboards.superset.bundle.MartDatabase;

/**
 * The marts that Superset reads and the test asks beside it: running ones named by the properties
 * {@code millrace.mart.address} (as SQLAlchemy writes it) and {@code millrace.mart.password-file},
 * or filled ones of this JVM.
 */
final class TestingMarts {
  private final MartDatabase database;

  private TestingMarts(MartDatabase database) {
    this.database = database;
  }

  static TestingMarts running() throws IOException {
    String address = System.getProperty("millrace.mart.address", "");
    if (address.isEmpty()) {
      String own = LoadedMart.jdbcUrl().replace("jdbc:postgresql://", "postgresql://reader@");
      return new TestingMarts(new MartDatabase(own, "trusted"));
    }
    Path password = Path.of(System.getProperty("millrace.mart.password-file"));
    return new TestingMarts(new MartDatabase(address, Files.readString(password).strip()));
  }

  MartDatabase database() {
    return database;
  }

  /** The rows of a query, each as text by column; no entry where the database has none. */
  List<Map<String, String>> rows(Query query) {
    URI uri = URI.create(database.address());
    String url = "jdbc:postgresql://" + uri.getAuthority().split("@")[1] + uri.getPath();
    try (Connection connection =
            DriverManager.getConnection(url, uri.getUserInfo(), database.password());
        PreparedStatement statement = connection.prepareStatement(query.sql())) {
      for (int i = 0; i < query.values().size(); i++) {
        statement.setObject(i + 1, query.values().get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        return read(rows);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot ask the marts: " + query.explain(), e);
    }
  }

  private static List<Map<String, String>> read(ResultSet rows) throws SQLException {
    List<Map<String, String>> read = new ArrayList<>();
    while (rows.next()) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        String value = rows.getString(i);
        if (value != null) {
          row.put(rows.getMetaData().getColumnLabel(i), value);
        }
      }
      read.add(row);
    }
    return read;
  }
}
