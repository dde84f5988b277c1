package org.millrace.analytics.planning.policy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.millrace.analytics.mrp.facts.PlannedItem.Source;
import org.millrace.warehouse.lake.RowsInHand;
import org.millrace.warehouse.row.TableRow;

/** Reads the policies of a company's items; an item that has none is not in the result. */
public final class ItemPoliciesJobRows {

  private static final String TABLE = "silver.item_policy";

  private ItemPoliciesJobRows() {}

  /** The policies by item. */
  public static Map<String, ItemPolicy> of(RowsInHand held, String company) {
    Map<String, ItemPolicy> policies = new HashMap<>();
    TableRow.all(held.ofCompany(TABLE, company).collectAsList())
        .forEach(row -> policies.put(row.text("item"), policy(row)));
    return policies;
  }

  private static ItemPolicy policy(TableRow row) {
    LotTerms lot =
        new LotTerms(
            row.maybeText("lot_rule").orElse(LotTerms.LOT_FOR_LOT.rule()),
            row.maybeNumber("lot_quantity"),
            row.maybeNumber("lot_multiple_quantity"),
            row.maybeInt("lot_periods"),
            row.maybeNumber("ordering_cost_amount"),
            row.maybeNumber("holding_rate"));
    return new ItemPolicy(
        row.maybeText("source").map(word -> Source.valueOf(word.toUpperCase(Locale.ROOT))),
        new ItemPolicy.Lead(row.maybeNumber("lead_days"), row.maybeNumber("lead_deviation_days")),
        lot,
        new ItemPolicy.Keeping(row.maybeNumber("service_level"), row.maybeNumber("safety_qty")),
        row.maybeText("supplier"));
  }
}
