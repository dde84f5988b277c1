package org.millrace.ledger.posting;

import java.util.List;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.NewEntry;
import org.millrace.ledger.StandardAccounts;
import org.millrace.settlement.Allocation;
import org.millrace.settlement.AllocationChanged;
import org.millrace.settlement.Direction;
import org.millrace.settlement.OpeningItem;
import org.millrace.settlement.OpeningItemChanged;
import org.millrace.settlement.PartyPayment;
import org.millrace.settlement.PaymentChanged;
import org.millrace.settlement.Posting;
import org.millrace.settlement.Revaluation;
import org.millrace.settlement.RevaluationPosted;
import org.millrace.settlement.SettlementAccount;

/**
 * What payments of parties, allocations and opening items post: the amounts that the act tells,
 * account by account. What reverses a payment stands under the payment, whose money on account it
 * takes back.
 */
final class SettlementRule {
  static final PostingRule<PaymentChanged> PAYMENT =
      PostingRule.on(PaymentChanged.class, SettlementRule::entry);
  static final PostingRule<AllocationChanged> ALLOCATION =
      PostingRule.on(AllocationChanged.class, SettlementRule::entry);
  static final PostingRule<OpeningItemChanged> OPENING_ITEM =
      PostingRule.on(OpeningItemChanged.class, SettlementRule::entry);

  static final PostingRule<RevaluationPosted> REVALUATION =
      PostingRule.on(RevaluationPosted.class, SettlementRule::entry);

  private SettlementRule() {}

  /** What is taken back stands on the accounts on which it was booked. */
  private static NewEntry entry(RevaluationPosted event) {
    Revaluation revaluation = event.revaluation();
    boolean isBack = event.date().equals(revaluation.reversalDate());
    NewEntry entry =
        NewEntry.of(
            "settlement.revaluation-posted",
            event.head().occurredAt(),
            Revaluation.KIND.ref(revaluation.number()),
            (isBack ? "Reversal of revaluation at " : "Revaluation at ")
                + revaluation.revaluationDate());
    for (Posting each : event.postings()) {
      AccountCode account =
          each.account() == SettlementAccount.UNREALISED_DIFFERENCE
              ? Exchange.unrealised(revaluation.difference())
              : account(each, StandardAccounts.CASH);
      entry = entry.debit(account, each.amount());
    }
    return entry;
  }

  private static NewEntry entry(PaymentChanged event) {
    PartyPayment payment = event.payment();
    String what = payment.direction() == Direction.IN ? "Payment of " : "Payment to ";
    NewEntry entry =
        NewEntry.of(
                "settlement.payment-changed",
                event.head().occurredAt(),
                PartyPayment.KIND.ref(payment.reverses().orElse(payment.number())),
                payment.reverses().map(wrong -> "Reversal of " + wrong + ": ").orElse("")
                    + what
                    + payment.partyName())
            .with(payment.party());
    return posted(entry, event.postings(), new AccountCode(payment.account()));
  }

  private static NewEntry entry(AllocationChanged event) {
    Allocation allocation = event.allocation();
    NewEntry entry =
        NewEntry.of(
                "settlement.allocation-changed",
                event.head().occurredAt(),
                Allocation.KIND.ref(allocation.number()),
                "Items of " + allocation.partyName() + " set off")
            .with(allocation.party());
    return posted(entry, event.postings(), StandardAccounts.CASH);
  }

  private static NewEntry entry(OpeningItemChanged event) {
    OpeningItem item = event.item();
    NewEntry entry =
        NewEntry.of(
                "settlement.opening-item-changed",
                event.head().occurredAt(),
                OpeningItem.KIND.ref(item.number()),
                "Open item " + item.sourceNumber() + " of " + item.partyName())
            .with(item.party());
    return posted(entry, event.postings(), StandardAccounts.CASH);
  }

  private static NewEntry posted(NewEntry empty, List<Posting> postings, AccountCode bank) {
    NewEntry entry = empty;
    for (Posting each : postings) {
      entry = entry.debit(account(each, bank), each.amount());
    }
    return entry;
  }

  private static AccountCode account(Posting posting, AccountCode bank) {
    return switch (posting.account()) {
      case BANK -> bank;
      case RECEIVABLES -> StandardAccounts.RECEIVABLE;
      case PAYABLES -> StandardAccounts.PAYABLE;
      case CLEARING -> StandardAccounts.SETTLEMENT_CLEARING;
      case BANK_FEES -> StandardAccounts.BANK_FEES;
      case EXCHANGE_DIFFERENCE -> Exchange.of(posting.amount().negated());
      case OPENING_BALANCES -> StandardAccounts.OPENING_BALANCES;
      case RECEIVABLES_ADJUSTMENT -> StandardAccounts.RECEIVABLE_ADJUSTMENT;
      case PAYABLES_ADJUSTMENT -> StandardAccounts.PAYABLE_ADJUSTMENT;
      case BANK_ADJUSTMENT -> StandardAccounts.CASH_ADJUSTMENT;
      case UNREALISED_DIFFERENCE -> Exchange.unrealised(posting.amount().negated());
    };
  }
}
