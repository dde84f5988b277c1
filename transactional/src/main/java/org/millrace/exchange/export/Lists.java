package org.millrace.exchange.export;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The lists that can be exported, each with the permission it needs. */
final class Lists {
  private static final Map<String, ExportedList> LISTS =
      new TreeMap<>(
          Map.of(
              "rejects",
              ExportedList.of("import.read", ""),
              "item-policies",
              ExportedList.of(
                      "planning.read",
                      """
                      select item, replace(source, '_', '-') as source, lead_days,
                        trim_scale(lead_deviation_days) as lead_deviation_days,
                        replace(lot_rule, '_', '-') as lot_rule,
                        trim_scale(lot_quantity) as lot_quantity,
                        trim_scale(lot_multiple) as lot_multiple, lot_periods, ordering_cost,
                        trim_scale(holding_rate) as holding_rate,
                        trim_scale(service_level) as service_level,
                        trim_scale(safety_quantity) as safety_quantity, supplier,
                        unit_price, currency
                      from planning.item_policy where company = ? order by item
                      """)
                  .hiding("ordering_cost", "unit_price"),
              "forecast-overrides",
              ExportedList.of(
                  "planning.read",
                  """
                  select item, location, period, trim_scale(quantity) as quantity, note, author,
                    overridden_at
                  from planning.forecast_override
                  where company = ? and not is_withdrawn order by item, location, period
                  """)));

  static {
    LISTS.putAll(StockLists.LISTS);
    LISTS.putAll(PurchasingLists.LISTS);
  }

  private Lists() {}

  /** The list of that name; absent for an unknown one. */
  static Optional<ExportedList> named(String list) {
    return Optional.ofNullable(LISTS.get(list));
  }

  /** The names of all lists. */
  static Set<String> names() {
    return new TreeSet<>(LISTS.keySet());
  }
}
