package org.millrace.exchange.export;

import java.util.Map;

/** What of the stock can be exported. */
final class StockLists {
  static final Map<String, ExportedList> LISTS =
      Map.of(
          "stock-balances",
          ExportedList.of(
                  "stock.read",
                  """
                  select b.item, b.location, trim_scale(b.on_hand) as on_hand, v.average_cost
                  from stock.balance b join stock.valuation v using (company, item)
                  where b.company = ? order by b.item, b.location
                  """)
              .hiding("average_cost"),
          "stock-movements",
          ExportedList.of(
                  "stock.read",
                  """
                  select number, line, occurred_at, reason, document_domain, document_type,
                    document_number, item, location, trim_scale(quantity) as quantity, unit_cost,
                    value_amount
                  from stock.movement where company = ? order by sequence
                  """)
              .hiding("unit_cost", "value_amount"));

  private StockLists() {}
}
