package org.millrace.ingestion.outbox;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Where the outbox is. The password is read from its file at each connection, so a mended file
 * helps without a restart.
 */
public record Database(String url, String user, String passwordFile) implements Serializable {

  /** Opens a connection in autocommit mode that gives up on a dead server within 30 seconds. */
  public Connection connect() throws IOException, SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password());
    properties.setProperty("ApplicationName", "millrace-ingestion");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "30");
    // A thousand rows in index order: parallel workers and compilation only cost time.
    properties.setProperty("options", "-c max_parallel_workers_per_gather=0 -c jit=off");
    // Parameters take the type the statement gives them, so that snapshots are parsed once.
    properties.setProperty("stringtype", "unspecified");
    return DriverManager.getConnection(url, properties);
  }

  private String password() throws IOException {
    if (passwordFile.isEmpty()) {
      return "";
    }
    return Files.readString(Path.of(passwordFile)).strip();
  }
}
