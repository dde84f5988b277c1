package org.millrace.analytics.planning.policy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.spark.sql.Row;
import org.millrace.analytics.mrp.facts.PlannedItem.Source;
import org.millrace.warehouse.lake.RowsInHand;

/** Reads the policies of a company's items; an item that has none is not in the result. */
public final class ItemPoliciesJobRows {

  private static final String TABLE = "silver.item_policy";
  private static final String[] COLUMNS = {
    "item",
    "source",
    "cast(lead_days as double) as lead_days",
    "cast(lead_deviation_days as double) as lead_deviation_days",
    "lot_rule",
    "cast(lot_quantity as double) as lot_quantity",
    "cast(lot_multiple_quantity as double) as lot_multiple_quantity",
    "lot_periods",
    "cast(ordering_cost_amount as double) as ordering_cost_amount",
    "cast(holding_rate as double) as holding_rate",
    "cast(service_level as double) as service_level",
    "cast(safety_qty as double) as safety_qty",
    "supplier"
  };

  private ItemPoliciesJobRows() {}

  /** The policies by item. */
  public static Map<String, ItemPolicy> of(RowsInHand held, String company) {
    Map<String, ItemPolicy> policies = new HashMap<>();
    held.ofCompany(TABLE, company)
        .selectExpr(COLUMNS)
        .collectAsList()
        .forEach(row -> policies.put(row.getString(0), policy(row)));
    return policies;
  }

  private static ItemPolicy policy(Row row) {
    LotTerms lot =
        new LotTerms(
            text(row, "lot_rule").orElse(LotTerms.LOT_FOR_LOT.rule()),
            number(row, "lot_quantity"),
            number(row, "lot_multiple_quantity"),
            periods(row),
            number(row, "ordering_cost_amount"),
            number(row, "holding_rate"));
    return new ItemPolicy(
        text(row, "source").map(word -> Source.valueOf(word.toUpperCase(Locale.ROOT))),
        new ItemPolicy.Lead(number(row, "lead_days"), number(row, "lead_deviation_days")),
        lot,
        new ItemPolicy.Keeping(number(row, "service_level"), number(row, "safety_qty")),
        text(row, "supplier"));
  }

  private static Optional<String> text(Row row, String column) {
    return Optional.ofNullable(row.getString(row.fieldIndex(column)));
  }

  private static OptionalInt periods(Row row) {
    int index = row.fieldIndex("lot_periods");
    return row.isNullAt(index) ? OptionalInt.empty() : OptionalInt.of(row.getInt(index));
  }

  private static OptionalDouble number(Row row, String column) {
    int index = row.fieldIndex(column);
    return row.isNullAt(index) ? OptionalDouble.empty() : OptionalDouble.of(row.getDouble(index));
  }
}
