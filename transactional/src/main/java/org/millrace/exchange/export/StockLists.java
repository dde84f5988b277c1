package org.millrace.exchange.export;

import java.util.Map;

/**
 * What of the stock can be exported. The value of an item is shared by its locations so that the
 * shares add up to it, as in the list of what lies where.
 */
final class StockLists {
  static final Map<String, ExportedList> LISTS =
      Map.of(
          "stock-balances",
          ExportedList.of(
                  "stock.read",
                  """
                  with share as (
                    select b.item, b.location, b.on_hand, v.on_hand as item_on_hand,
                      v.value_amount, v.average_cost,
                      sum(b.on_hand) over (
                        partition by b.item order by b.location collate "C") as until
                    from stock.balance b join stock.valuation v using (company, item)
                    where b.company = ?)
                  select item, location, trim_scale(on_hand) as on_hand, average_cost,
                    case when item_on_hand = 0
                      then round(average_cost * until, 2)
                        - round(average_cost * (until - on_hand), 2)
                      else round(value_amount * until / item_on_hand, 2)
                        - round(value_amount * (until - on_hand) / item_on_hand, 2)
                    end as value
                  from share order by item, location
                  """)
              .hiding("average_cost", "value"),
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
