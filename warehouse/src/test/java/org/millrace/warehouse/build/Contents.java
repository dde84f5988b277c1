package org.millrace.warehouse.build;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.millrace.warehouse.TestingLake;

/** The rows of the tables that a shop's events reach, as text: equal where the rows are. */
final class Contents {
  static final List<String> TABLES =
      List.of(
          "silver.item",
          "silver.sales_invoice",
          "silver.sales_invoice_line",
          "silver.sales_payment",
          "silver.stock_movement",
          "silver.item_balance",
          "silver.journal_line",
          "silver.quarantine",
          "gold.sales_monthly",
          "gold.sales_item_monthly",
          "gold.sales_customer_monthly",
          "gold.sales_customer_segment_monthly",
          "gold.sales_daily",
          "gold.stock_balance",
          "gold.stock_item_monthly",
          "gold.demand_weekly");

  private Contents() {}

  static Map<String, List<String>> of(TestingLake lake) {
    Map<String, List<String>> contents = new TreeMap<>();
    TABLES.forEach(table -> contents.put(table, lake.content(table)));
    return contents;
  }
}
