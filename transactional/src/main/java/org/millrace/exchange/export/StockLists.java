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
              .hiding("unit_cost", "value_amount"),
          "stock-transfers",
          ExportedList.of(
              "stock.read",
              """
              select t.number, t.status, t.from_location, t.to_location, t.drafted_at,
                t.posted_at, t.note, t.reverses, t.reversed_by, l.line, l.item, l.item_name,
                trim_scale(l.quantity) as quantity
              from stock.transfer t
              join stock.transfer_line l on l.company = t.company and l.transfer_number = t.number
              where t.company = ? order by t.number, l.line
              """),
          "stock-counts",
          ExportedList.of(
                  "stock.read",
                  """
                  select c.number, c.status, c.location, c.drafted_at, c.posted_at, c.note,
                    c.reverses, c.reversed_by, l.line, l.item, l.item_name,
                    trim_scale(l.booked_quantity) as booked_quantity,
                    trim_scale(l.counted_quantity) as counted_quantity,
                    trim_scale(l.difference_quantity) as difference_quantity, l.unit_cost,
                    l.value, c.currency
                  from stock.count c
                  join stock.count_line l on l.company = c.company and l.count_number = c.number
                  where c.company = ? order by c.number, l.line
                  """)
              .hiding("unit_cost", "value"));

  private StockLists() {}
}
