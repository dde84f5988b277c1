package org.millrace.planning.policy;

import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.planning.ItemPolicy;
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

  TermsOfPolicies(ItemPolicies policies) {
    this.policies = policies;
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
  public Optional<Purchasing.Source> source(
      CompanyCode company, ItemCode item, Optional<Purchasing.Source> last) {
    Optional<ItemPolicy> policy = policies.of(company, item);
    Optional<PartyCode> supplier =
        policy.flatMap(ItemPolicy::supplier).or(() -> last.map(Purchasing.Source::supplier));
    Optional<Money> price =
        policy.flatMap(ItemPolicy::unitPrice).or(() -> last.map(Purchasing.Source::unitPrice));
    return supplier.flatMap(party -> price.map(each -> new Purchasing.Source(party, each)));
  }
}
