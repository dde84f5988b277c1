package org.millrace.analytics.planning.policy;

import java.util.Optional;
import java.util.OptionalDouble;
import org.millrace.analytics.mrp.facts.PlannedItem.Source;

/**
 * What a planner has set for an item; what is empty was not set. Lead times are in the company's
 * working days.
 */
public record ItemPolicy(
    Optional<Source> source, Lead lead, LotTerms lot, Keeping keeping, Optional<String> supplier) {

  /** Nothing was set. */
  public static final ItemPolicy NONE =
      new ItemPolicy(
          Optional.empty(),
          new Lead(OptionalDouble.empty(), OptionalDouble.empty()),
          LotTerms.LOT_FOR_LOT,
          new Keeping(OptionalDouble.empty(), OptionalDouble.empty()),
          Optional.empty());

  /** What holds for an item without a lead time of its own, in working days. */
  public static final double DEFAULT_LEAD_DAYS = 5;

  /** The policy with the supplier of the last order, if there was one, where none was set. */
  public ItemPolicy orSupplier(Optional<String> last) {
    return new ItemPolicy(source, lead, lot, keeping, supplier.or(() -> last));
  }

  /** From order to receipt, and how much that varies. */
  public record Lead(OptionalDouble days, OptionalDouble deviationDays) {}

  /** The wanted service level, else that of its class; the safety stock, else the computed one. */
  public record Keeping(OptionalDouble serviceLevel, OptionalDouble safety) {}
}
