package org.millrace.dashboards;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.millrace.warehouse.catalog.Catalog;
import org.millrace.warehouse.catalog.Layer;
import org.millrace.warehouse.catalog.Table;

/**
 * The schema mart as table.yaml describes it, in a real PostgreSQL, with a role that only reads.
 */
public final class TestingMart {
  private final String url;

  private TestingMart(String url) {
    this.url = url;
  }

  /** Makes the tables, empty, and the role reader. */
  public static TestingMart prepare(String url, Path root) throws SQLException {
    TestingMart mart = new TestingMart(url);
    mart.run(
        """
        create schema mart;
        create role reader login;
        grant usage on schema mart to reader;
        alter default privileges in schema mart grant select on tables to reader;
        create table mart.publication(
          table_name text primary key, delta_version bigint not null, table_id text not null,
          complete_to timestamptz, published_at timestamptz, row_count bigint not null,
          status text not null, reason text not null,
          calculated_at timestamptz, as_of date);
        """);
    for (Table table : Catalog.read(root.resolve("warehouse/tables")).tables(Layer.GOLD)) {
      mart.create(table);
    }
    return mart;
  }

  private void create(Table table) throws SQLException {
    String name = "mart." + table.name().table();
    String columns =
        table.columns().stream()
            .map(c -> c.name() + " " + c.type().mart())
            .collect(Collectors.joining(", "));
    run("create table " + name + " (" + columns + ")");
    run("alter table " + name + " add primary key (" + String.join(", ", table.key()) + ")");
  }

  /** Runs statements as the warehouse. */
  public void run(String sql) throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A connection as the warehouse. */
  public Connection open() throws SQLException {
    return DriverManager.getConnection(url + "?user=warehouse");
  }

  /** Says of all tables that they were published now. */
  public void publish() throws SQLException {
    run(
        """
        insert into mart.publication
        select relname, 0, relname, clock_timestamp(), clock_timestamp(), 0, 'published', ''
        from pg_class where relnamespace = 'mart'::regnamespace and relkind = 'r'
          and relname <> 'publication'
        on conflict (table_name) do update
          set delta_version = publication.delta_version + 1,
              complete_to = excluded.complete_to, published_at = excluded.published_at
        """);
  }

  String url() {
    return url;
  }
}
