package org.millrace.ledger.posting;

import java.util.Optional;
import org.millrace.ledger.NewEntry;
import org.millrace.ledger.StandardAccounts;
import org.millrace.sales.rebate.RebateAgreement;
import org.millrace.sales.rebate.RebateAgreementChanged;

/**
 * What rebates accrue: revenue becomes less and is owed to the customer, below zero the other way.
 * The credit note that pays it out is posted by its own rule.
 */
final class RebateRule {
  static final PostingRule<RebateAgreementChanged> AGREEMENT =
      PostingRule.on(RebateAgreementChanged.class, RebateRule::entry);

  private RebateRule() {}

  private static NewEntry entry(RebateAgreementChanged event) {
    RebateAgreement agreement = event.rebateAgreement();
    NewEntry.Part part = new NewEntry.Part(Optional.of(agreement.creditItem()), Optional.empty());
    return NewEntry.of(
            "sales.rebate-agreement-changed",
            event.head().occurredAt(),
            RebateAgreement.KIND.ref(agreement.number()),
            "Rebate %s of %s".formatted(agreement.number(), agreement.customer().name()))
        .with(agreement.customer().code())
        .debit(StandardAccounts.REBATES, event.accrued(), part)
        .credit(StandardAccounts.REBATES_OWED, event.accrued(), part);
  }
}
