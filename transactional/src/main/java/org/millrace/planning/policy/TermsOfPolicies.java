package org.millrace.planning.policy;

import java.time.LocalDate;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.planning.ItemPolicy;
import org.millrace.planning.settings.CompanySettings;
import org.millrace.planning.settings.PlanningSettings;
import org.millrace.purchasing.Purchasing;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.supply.DefaultTerms;

/**
 * The lots, suppliers and prices of policies. A lot rule that looks over several weeks has nothing
 * to say of one order: what is missing is ordered.
 */
final class TermsOfPolicies implements DefaultTerms {
  private final ItemPolicies policies;
  private final CompanySettings settings;

  TermsOfPolicies(ItemPolicies policies, CompanySettings settings) {
    this.policies = policies;
    this.settings = settings;
  }

  @Override
  public Optional<LocalDate> readyOn(CompanyCode company, ItemCode item, LocalDate start) {
    return policies
        .of(company, item)
        .flatMap(ItemPolicy::leadDays)
        .map(days -> workingDaysAfter(settings.of(company), start, days));
  }

  /** Begun on Friday the 9th with 3 days, five days a week: the 12th, 13th and 14th are worked. */
  static LocalDate workingDaysAfter(PlanningSettings settings, LocalDate start, int days) {
    LocalDate ready = start;
    for (int left = days; left > 0; ) {
      ready = ready.plusDays(1);
      left -= settings.isWorkingDay(ready) ? 1 : 0;
    }
    return ready;
  }

  @Override
  public Quantity ordered(CompanyCode company, ItemCode item, Quantity missing) {
    return policies.of(company, item).map(policy -> inLots(policy, missing)).orElse(missing);
  }

  /** Missing 90: in lots of 50 it is 100; with at least 120, above it in packs of 50, it is 150. */
  static Quantity inLots(ItemPolicy policy, Quantity missing) {
    return switch (policy.lotRule()) {
      case FIXED, MULTIPLE -> missing.inPacks(policy.lotQuantity().orElseThrow());
      case MINIMUM -> {
        Quantity least = missing.max(policy.lotQuantity().orElseThrow());
        yield policy.lotMultiple().map(least::inPacks).orElse(least);
      }
      case LOT_FOR_LOT, PERIODS, EOQ, SILVER_MEAL, WAGNER_WHITIN -> missing;
    };
  }

  @Override
  public Optional<Seller> seller(
      CompanyCode company, ItemCode item, Optional<Purchasing.Source> last) {
    Optional<ItemPolicy> policy = policies.of(company, item);
    Optional<PartyCode> supplier =
        policy.flatMap(ItemPolicy::supplier).or(() -> last.map(Purchasing.Source::supplier));
    Optional<Money> agreed = policy.flatMap(ItemPolicy::unitPrice);
    Optional<Money> before = last.map(Purchasing.Source::unitPrice);
    return supplier
        .filter(party -> agreed.or(() -> before).isPresent())
        .map(party -> new Seller(party, agreed, before));
  }
}
