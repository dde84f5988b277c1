package org.millrace.exchange.export;

import java.util.Map;
import org.millrace.purchasing.history.LeadTimeRows;
import org.millrace.purchasing.history.PriceRows;
import org.millrace.purchasing.history.ScorecardRows;

/** What is known of suppliers: their prices and how long they take, as the lists show it. */
final class PurchasingLists {
  static final Map<String, ExportedList> LISTS =
      Map.of(
          "purchase-price-history",
          ExportedList.of(
                  "purchasing.read",
                  "select * from (%s) as listed order by priced_on, document, line"
                      .formatted(PriceRows.SQL))
              .hiding("price", "home_price"),
          "lead-time-history",
          ExportedList.ofDay(
              "purchasing.read",
              "select * from (%s) as listed order by ordered_on, order_number, line"
                  .formatted(LeadTimeRows.SQL)),
          "supplier-lead-times",
          ExportedList.ofDay(
              "purchasing.read",
              "select * from (%s) as listed order by supplier, item"
                  .formatted(LeadTimeRows.BY_SUPPLIER)),
          "supplier-scorecard",
          ExportedList.ofDay(
                  "purchasing.read",
                  "select * from (%s) as listed order by supplier".formatted(ScorecardRows.SQL))
              .hiding("price_variance", "price_variance_percent", "score"));

  private PurchasingLists() {}
}
