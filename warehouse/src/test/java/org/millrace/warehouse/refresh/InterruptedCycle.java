package org.millrace.warehouse.refresh;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.millrace.warehouse.TestingLake;
import org.millrace.warehouse.build.Builder;
import org.millrace.warehouse.build.Built;
import org.millrace.warehouse.catalog.Refresh;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.publish.Mart;
import org.millrace.warehouse.publish.Publisher;

/**
 * A process of its own that does a live cycle up to a point, says so, and never gets to the note of
 * its progress, as it waits to be killed.
 */
final class InterruptedCycle {
  static final String REACHED = "reached";

  /** What the test looks at; what these are made from comes with them. */
  static final List<String> TABLES =
      List.of(
          "gold.sales_invoice",
          "gold.sales_invoice_line",
          "gold.sales_monthly",
          "gold.journal_line",
          "silver.stock_movement");

  private InterruptedCycle() {}

  /** How far the cycle gets. */
  enum Point {
    SILVER,
    GOLD,
    MART
  }

  /** Takes the folder of the lake, the address of the mart and the point. */
  public static void main(String[] args) throws Exception {
    TestingLake shop = TestingLake.in(Path.of(args[0]), TABLES);
    Point point = Point.valueOf(args[2]);
    Builder builder = shop.builder();
    List<Built> built = new ArrayList<>(builder.mergeNext(Refresh.LIVE, builder.bronzeVersion()));
    if (point != Point.SILVER) {
      built.addAll(builder.buildGold(Refresh.LIVE));
    }
    if (point == Point.MART) {
      Mart mart = new Mart(args[1], "postgres", "");
      TableRefresh refresh =
          new TableRefresh(Refresh.LIVE, shop.lake(), builder, mart, Clock.systemUTC());
      List<Table> tables = refresh.published();
      new Publisher(shop.lake(), mart, Clock.systemUTC())
          .publish(tables, tables, built, Optional.of(Instant.EPOCH));
    }
    System.out.println(REACHED);
    new CountDownLatch(1).await();
  }
}
