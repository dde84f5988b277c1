package org.millrace.warehouse.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.warehouse.TestingEvent;
import org.millrace.warehouse.TestingLake;
import org.millrace.warehouse.TestingPostgres;
import org.millrace.warehouse.TestingTables;
import org.millrace.warehouse.catalog.Refresh;
import org.millrace.warehouse.refresh.TableRefresh;

/** A mart that an older build of the tables published, under a newer one. */
@Tag("slow")
class MartColumnsTest {
  private static final String SUMS =
      "select sum(net_amount) || ' ' || sum(list_amount) || ' ' || count(*) from"
          + " mart.sales_invoice_line";
  private static TestingPostgres postgres;

  /** What the tests look at; what these are made from comes with them. */
  private static final List<String> TABLES =
      List.of("gold.sales_monthly", "gold.sales_invoice_line");

  @TempDir private Path folder;
  private TestingTables newer;

  @BeforeAll
  static void startPostgres() throws Exception {
    postgres = TestingPostgres.running();
    try (Connection connection = postgres.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create role analyst");
    }
  }

  @BeforeEach
  void writeNewerTables() {
    newer =
        TestingTables.in(folder.resolve("tables"))
            .add("sales/silver/sales_invoice_line", "list_amount", "decimal(18,2)", "kind")
            .load("sales/silver/sales_invoice_line", "list_amount", "line.netAmount * 2")
            .add("sales/gold/sales_monthly", "list_revenue", "decimal(18,2)", "net_revenue")
            .load("sales/gold/sales_monthly", "list_revenue", "sum(list_amount)");
  }

  @Test
  void theTableStaysAndItsNewColumnGetsValuesWithTheNextPublication() throws Exception {
    Mart mart = published("grown");
    execute("grown", "grant select on mart.sales_monthly to analyst");
    String revenue = "select sum(net_revenue) from mart.sales_monthly";
    String before = text("grown", revenue);
    TestingLake lake = TestingLake.in(folder.resolve("lake"), newer, TABLES);
    TableRefresh refresh =
        new TableRefresh(Refresh.LIVE, lake.lake(), lake.builder(), mart, Clock.systemUTC());

    mart.prepare(refresh.published());
    assertThat(text("grown", revenue)).isEqualTo(before);
    assertThat(text("grown", "select count(list_revenue) from mart.sales_monthly")).isEqualTo("0");
    refresh.run();

    assertThat(text("grown", revenue + " where list_revenue = net_revenue * 2")).isEqualTo(before);
    assertThat(text("grown", SUMS)).isEqualTo(text("grown", doubled()));
    assertThat(
            text("grown", "select has_table_privilege('analyst', 'mart.sales_monthly', 'select')"))
        .isEqualTo("t");
    assertThat(text("grown", columns()))
        .contains("cost_amount,currency")
        .contains("list_amount,kind");
    lake.close();
  }

  @Test
  void theCommentsSayWhatTableYamlSaysNow() throws Exception {
    Mart mart = published("described");
    String comment =
        "select col_description('mart.sales_monthly'::regclass, attnum) from pg_attribute"
            + " where attrelid = 'mart.sales_monthly'::regclass and attname = 'invoices'";
    assertThat(text("described", comment)).startsWith("Invoices: ").contains("| 发票数：");
    TestingTables renamed =
        TestingTables.in(folder.resolve("renamed"))
            .change("sales/gold/sales_monthly", "table.yaml", "{en: Invoices,", "{en: Bills,");
    TestingLake lake = TestingLake.in(folder.resolve("lake"), renamed, TABLES);
    TableRefresh refresh =
        new TableRefresh(Refresh.LIVE, lake.lake(), lake.builder(), mart, Clock.systemUTC());

    mart.prepare(refresh.published());

    assertThat(text("described", comment)).startsWith("Bills: ");
    lake.close();
  }

  @Test
  void viewsOfTheTableStay() throws Exception {
    Mart mart = published("viewed");
    execute(
        "viewed", "create view big as select * from mart.sales_invoice_line where quantity > 2");
    String big = "select count(*) || ' ' || sum(net_amount) from big";
    String before = text("viewed", big);
    TestingLake lake = TestingLake.in(folder.resolve("lake"), newer, TABLES);
    TableRefresh refresh =
        new TableRefresh(Refresh.LIVE, lake.lake(), lake.builder(), mart, Clock.systemUTC());

    mart.prepare(refresh.published());
    refresh.run();

    assertThat(text("viewed", big)).isEqualTo(before);
    assertThat(text("viewed", SUMS)).isEqualTo(text("viewed", doubled()));
    assertThat(text("viewed", columns())).endsWith("position,list_amount");
    lake.close();
  }

  @Test
  void aColumnThatIsGoneLeavesTheMartUnlessAViewReadsIt() throws Exception {
    Mart mart = published("shrunk");
    execute("shrunk", "create view own as select customer, number from mart.sales_invoice_line");
    execute("shrunk", "alter table mart.sales_invoice_line add column old text");
    execute("shrunk", "alter table mart.sales_monthly add column old text");
    TestingLake lake = TestingLake.in(folder.resolve("lake"), TABLES);
    TableRefresh refresh =
        new TableRefresh(Refresh.LIVE, lake.lake(), lake.builder(), mart, Clock.systemUTC());

    mart.prepare(refresh.published());
    refresh.run();

    String old = "select count(*) from pg_attribute where attname = 'old' and not attisdropped";
    assertThat(text("shrunk", old)).isEqualTo("0");
    assertThat(text("shrunk", "select count(*) from own")).isEqualTo("20");
    execute("shrunk", "alter table mart.sales_invoice_line add column old text");
    execute("shrunk", "create view older as select old from mart.sales_invoice_line");
    assertThatThrownBy(() -> mart.prepare(refresh.published()))
        .hasMessageContaining("view older depends on column old of table mart.sales_invoice_line");
    assertThat(text("shrunk", old)).isEqualTo("2");
    lake.close();
  }

  /** A mart of 20 invoices by the tables of the checkout. */
  private Mart published(String database) throws SQLException {
    postgres.newDatabase(database);
    TestingLake older = TestingLake.in(folder.resolve("lake"), TABLES);
    older.arrive(TestingEvent.shop(20, 8));
    Mart mart = postgres.mart(database);
    TableRefresh refresh =
        new TableRefresh(Refresh.LIVE, older.lake(), older.builder(), mart, Clock.systemUTC());
    mart.prepare(refresh.published());
    refresh.run();
    older.close();
    return mart;
  }

  private static String doubled() {
    return SUMS.replace("sum(list_amount)", "sum(net_amount) * 2");
  }

  private static String columns() {
    return "select string_agg(attname, ',' order by attrelid::regclass::text desc, attnum)"
        + " from pg_attribute where attrelid in ('mart.sales_monthly'::regclass,"
        + " 'mart.sales_invoice_line'::regclass) and attnum > 0 and not attisdropped";
  }

  private static void execute(String database, String sql) throws SQLException {
    try (Connection connection = postgres.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(String database, String sql) throws SQLException {
    try (Connection connection = postgres.connect(database);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getString(1);
    }
  }
}
