package org.millrace.database;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema of each domain up to date, each with its own history, along the ladder. */
final class Migrations {
  private static final List<String> LADDER =
      List.of(
          "access",
          "web",
          "outbox",
          "document",
          "party",
          "item",
          "stock",
          "sales",
          "purchasing",
          "production",
          "service",
          "crm",
          "planning",
          "ledger",
          "exchange");

  private final DataSource database;

  Migrations(DataSource database) {
    this.database = database;
  }

  void run() {
    LADDER.stream()
        .filter(domain -> getClass().getResource("/db/migration/" + domain) != null)
        .forEach(this::migrate);
  }

  private void migrate(String domain) {
    Flyway.configure()
        .dataSource(database)
        .schemas(domain)
        .defaultSchema(domain)
        .table("schema_history")
        .locations("classpath:db/migration/" + domain)
        .failOnMissingLocations(true)
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }
}
