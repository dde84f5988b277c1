package org.millrace.deploy.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.millrace.deploy.home.Secrets;

/** The database, its roles and who may do what; each verb may be repeated. */
final class Databases {

  private static final List<String> ROLES =
      List.of("core_owner", "core", "ingestion", "warehouse", "reader");

  private Databases() {}

  static void create(Connection connection, Secrets secrets) throws SQLException {
    for (String role : ROLES) {
      String verb =
          exists(connection, "select 1 from pg_roles where rolname = ?", role) ? "alter" : "create";
      execute(
          connection,
          "%s role %s login password '%s'".formatted(verb, role, secrets.read(role + ".password")));
    }
    if (!exists(connection, "select 1 from pg_database where datname = ?", "millrace")) {
      execute(connection, "create database millrace");
    }
    execute(connection, "revoke all on database millrace from public");
    execute(connection, "grant connect on database millrace to " + String.join(", ", ROLES));
    execute(connection, "revoke create on database millrace from core");
    execute(connection, "grant create on database millrace to core_owner");
    execute(connection, "grant temporary on database millrace to core, warehouse");
  }

  static void grant(Connection connection) throws SQLException {
    execute(connection, "revoke all on schema public from public");
    execute(connection, "reassign owned by core to core_owner"); // it once owned the tables
    execute(connection, "create schema if not exists mart authorization warehouse");
    execute(connection, "grant usage on schema mart to reader");
    execute(connection, "grant select on all tables in schema mart to reader");
    execute(
        connection,
        "alter default privileges for role warehouse in schema mart"
            + " grant select on tables to reader");
    execute(connection, "alter role reader in database millrace set search_path = mart");
    execute(connection, "alter role reader set default_transaction_read_only = on");
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
