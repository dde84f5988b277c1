package org.millrace.dashboards.definition;

import java.util.List;
import java.util.Map;

/** A few tables as a literal, for tests that break definitions on purpose. */
public final class GoldTables {
  private GoldTables() {}

  public static MartTables all() {
    return MartTables.of(
        Map.of(
            "sales_monthly",
            List.of("company", "month", "country", "currency", "net_revenue", "cost_amount"),
            "sales_invoice",
            List.of("company", "number", "month", "country", "currency", "net_amount"),
            "trial_balance",
            List.of("company", "month", "account", "currency", "closing")));
  }
}
