package org.millrace.warehouse.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.warehouse.TestingEvent;
import org.millrace.warehouse.TestingLake;
import org.millrace.warehouse.TestingTables;
import org.millrace.warehouse.upkeep.Upkeep;

@Tag("slow")
class StoredColumnsTest {
  /** What the tests look at; what these are made from comes with them. */
  private static final List<String> TABLES =
      List.of("gold.sales_monthly", "gold.stock_balance", "gold.forecast_frozen");

  @TempDir private Path folder;

  @Test
  void tellsReadersOfTheLakeWhatColumnsMeanNow() {
    TestingLake older = TestingLake.in(folder.resolve("lake"), TABLES);
    older.arrive(TestingEvent.shop(3, 1));
    older.bringUp(older.builder());
    List<String> rows = older.content("gold.sales_monthly");
    assertThat(comment(older, "invoices"))
        .isEqualTo(
            "Invoices: Different source documents that are invoices (count) | 发票数：发票的不同来源单据数");
    older.close();
    TestingTables newer =
        TestingTables.in(folder.resolve("tables"))
            .change("sales/gold/sales_monthly", "table.yaml", "zh: 发票数}", "zh: 发票'张数}");

    TestingLake lake = TestingLake.in(folder.resolve("lake"), newer, TABLES);
    Upkeep upkeep = new Upkeep(lake.lake(), Clock.systemUTC());
    for (int table = 0; table < lake.lake().catalog().tables().size(); table++) {
      upkeep.run();
    }

    assertThat(comment(lake, "invoices")).endsWith("| 发票'张数：发票的不同来源单据数");
    assertThat(comment(lake, "net_revenue")).startsWith("Net revenue: ");
    assertThat(lake.content("gold.sales_monthly")).isEqualTo(rows);
    lake.close();
  }

  private static String comment(TestingLake lake, String column) {
    var table = lake.lake().catalog().named("gold.sales_monthly");
    return lake.lake()
        .session()
        .read()
        .format("delta")
        .load(lake.lake().path(table))
        .schema()
        .apply(column)
        .getComment()
        .get();
  }

  @Test
  void refusesAllTablesWhoseTypesOrLayoutChangedAndSaysWhatToDo() {
    TestingLake older = TestingLake.in(folder.resolve("lake"), TABLES);
    older.arrive(TestingEvent.shop(3, 1));
    older.bringUp(older.builder());
    List<String> rows = older.content("gold.sales_monthly");
    older.close();
    TestingTables newer =
        TestingTables.in(folder.resolve("tables"))
            .change("sales/gold/sales_monthly", "table.yaml", "type: bigint", "type: int")
            .change("item/gold/forecast_frozen", "table.yaml", "decimal(18,4)", "decimal(20,4)")
            .change("stock/gold/stock_balance", "table.yaml", "[company]", "[company, location]");

    assertThatThrownBy(() -> TestingLake.in(folder.resolve("lake"), newer))
        .hasMessageContaining(
            "gold.sales_monthly: column 'invoices' is bigint in the lake and int in its table.yaml."
                + " Add a column under a new name, or delete ")
        .hasMessageContaining("/gold/sales_monthly, which is filled again from its sources.")
        .hasMessageContaining("gold.sales_monthly: column 'credit_notes' is bigint")
        .hasMessageContaining(
            "gold.forecast_frozen: column 'forecast' is decimal(18,4) in the lake and decimal(20,4)"
                + " in its table.yaml. Its rows are nowhere else: leave what there is and add a"
                + " column under a new name.")
        .hasMessageContaining(
            "gold.stock_balance: partition is [company] in the lake and [company, location]",
            TABLES);
    TestingLake again = TestingLake.in(folder.resolve("lake"), TABLES);
    assertThat(again.content("gold.sales_monthly")).isEqualTo(rows);
    again.close();
  }
}
