package org.millrace.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Documents of a database that was kept go on in the document kernel, and so do their numbers. */
class OlderDatabaseTest {
  /** The last versions before these domains came to the kernel. */
  private static final Map<String, String> BEFORE =
      Map.of("purchasing", "7", "production", "4", "crm", "1.1");

  /** What was not there yet, and looks into tables as they are now. */
  private static final Set<String> LATER = Set.of("settlement", "bank", "approval", "paper");

  private final DataSource database = fresh();
  private final JdbcTemplate jdbc = new JdbcTemplate(database);

  @Test
  void keepsDocumentsAndCountsOnBehindTheirNumbers() {
    Migrations.inOrder().stream()
        .filter(domain -> !LATER.contains(domain))
        .forEach(this::migrateAsBefore);
    fill();
    new Migrations(database).run();
    assertThat(lastNumber("A", "purchasing/purchase-order")).isEqualTo(17);
    assertThat(lastNumber("B", "purchasing/purchase-order")).isEqualTo(4);
    assertThat(lastNumber("A", "purchasing/receipt")).isEqualTo(9);
    assertThat(lastNumber("A", "purchasing/supplier-invoice")).isEqualTo(8);
    assertThat(lastNumber("A", "production/work-order")).isEqualTo(3);
    assertThat(lastNumber("A", "production/consumption")).isEqualTo(2);
    assertThat(lastNumber("A", "crm/opportunity")).isEqualTo(5);
    assertThat(text("select supplier_name || amount || currency from purchasing.receipt"))
        .isEqualTo("Tubes10EUR");
    assertThat(text("select item_name from purchasing.receipt_line")).isEqualTo("Rim");
    assertThat(text("select open_amount::text from purchasing.supplier_invoice")).isEqualTo("6");
    assertThat(text("select coalesce(scrap_quantity::text, 'none') from production.material"))
        .isEqualTo("none");
    assertThat(text("select line::text from crm.opportunity_stage")).isEqualTo("1");
    assertThat(text("select number from crm.campaign")).isEqualTo("SPRING");
  }

  private void fill() {
    for (String order : new String[] {"'A', 'PO-000017'", "'B', 'PO-000004'"}) {
      jdbc.execute(
          "insert into purchasing.purchase_order values (%s, 'S', 'Tubes', 'Italy', '2026-03-02',"
                  .formatted(order)
              + " '2026-03-09', 'EUR', 'open', 25, null, null, 2)");
    }
    jdbc.execute(
        "insert into purchasing.order_line values"
            + " ('A', 'PO-000017', 1, 'RIM', 'Rim', 10, 4, 4, 2.5, 25)");
    jdbc.execute(
        "insert into purchasing.receipt values"
            + " ('A', 'GR-000009', 'PO-000017', '2026-03-05', 'MAIN')");
    jdbc.execute(
        "insert into purchasing.receipt_line values ('A', 'GR-000009', 1, 'RIM', 4, 2.5, 10)");
    jdbc.execute(
        "insert into purchasing.supplier_invoice values ('A', 'SI-000008', 'PO-000017', 'S',"
            + " 'Tubes', 'Italy', null, '2026-03-06', '2026-04-05', 'EUR', 10, 10, 4, 2)");
    jdbc.execute(
        "insert into production.work_order values ('A', 'WO-000003', 'BIKE', 'Bike', 2, 0,"
            + " 'released', '2026-03-02', '2026-03-09', null, 'EUR', 0, 0, null, null, 1)");
    jdbc.execute(
        "insert into production.material values ('A', 'WO-000003', 1, 'RIM', 'Rim', 4, 0, 0)");
    jdbc.execute("select nextval('production.consumption_number') from generate_series(1, 2)");
    jdbc.execute(
        "insert into crm.opportunity values ('A', 'OP-000005', 'C', 'Shop', 'Italy', 'EUR',"
            + " '2026-03-02', 'Bikes', 'leo', 'qualification', '2026-03-02', '2026-06-30',"
            + " 'open', null, null, null, null, 1)");
    jdbc.execute(
        "insert into crm.opportunity_stage values"
            + " ('A', 'OP-000005', 1, 'qualification', '2026-03-02', null, null)");
    jdbc.execute(
        "insert into crm.campaign values ('A', 'SPRING', 'Spring', 'planned', '2026-03-01',"
            + " '2026-03-31', null, 'EUR', '{BIKE}', 1)");
  }

  private void migrateAsBefore(String domain) {
    Flyway.configure()
        .dataSource(database)
        .schemas(domain)
        .defaultSchema(domain)
        .table("schema_history")
        .locations("classpath:db/migration/" + domain)
        .target(BEFORE.getOrDefault(domain, "latest"))
        .load()
        .migrate();
  }

  private Long lastNumber(String company, String kind) {
    return jdbc.queryForObject(
        "select number from document.last_number where company = ? and kind = ? and year = 0",
        Long.class,
        company,
        kind);
  }

  private String text(String query) {
    return jdbc.queryForObject(query, String.class);
  }

  /** The core's own connections make no databases. */
  private static DataSource fresh() {
    String name = "kept_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection core = TestingCore.running().ownersDatabase().getConnection()) {
      String url = core.getMetaData().getURL();
      String user = core.getMetaData().getUserName();
      new JdbcTemplate(new DriverManagerDataSource(url, user, ""))
          .execute("create database " + name);
      return new DriverManagerDataSource(
          url.replaceFirst("/[^/?]+(?=$|\\?)", "/" + name), user, "");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
