package org.millrace.ledger.posting;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.NewEntry;
import org.millrace.ledger.StandardAccounts;
import org.millrace.settlement.Allocation;
import org.millrace.settlement.AllocationChanged;
import org.millrace.settlement.Direction;
import org.millrace.settlement.ForeignMoney;
import org.millrace.settlement.OpeningItem;
import org.millrace.settlement.OpeningItemChanged;
import org.millrace.settlement.PartyPayment;
import org.millrace.settlement.PaymentChanged;
import org.millrace.settlement.Posting;
import org.millrace.settlement.Revaluation;
import org.millrace.settlement.RevaluationPosted;
import org.millrace.settlement.SettlementAccount;
import org.millrace.settlement.Side;

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
              : account(each, StandardAccounts.CASH, Optional.empty());
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
    AccountCode bank = new AccountCode(payment.account());
    NewEntry posted = posted(entry, event.postings(), bank, payment.reverses());
    return payment.foreign().map(of -> abroad(posted, payment, of, bank)).orElse(posted);
  }

  /** Money that the bank changed came in the currency of the company. */
  private static NewEntry abroad(
      NewEntry entry, PartyPayment payment, ForeignMoney money, AccountCode bank) {
    boolean isIn = payment.direction() == Direction.IN;
    BigDecimal onAccount = isIn ? money.onAccount().negate() : money.onAccount();
    Map<AccountCode, BigDecimal> told = new HashMap<>();
    told.put(bank, isIn ? money.amount() : money.amount().negate());
    told.put(StandardAccounts.BANK_FEES, money.bankFee());
    told.put(
        payment.side() == Side.RECEIVABLES ? StandardAccounts.RECEIVABLE : StandardAccounts.PAYABLE,
        onAccount);
    NewEntry abroad = Originals.in(money.currency(), told).beside(entry);
    return money.bookedAmount().isEmpty()
        ? abroad
        : abroad.having(
            abroad.lines().stream()
                .map(
                    line ->
                        line.account().equals(bank)
                            ? new NewEntry.Line(line.account(), line.amount())
                            : line)
                .toList());
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
    NewEntry posted = posted(entry, event.postings(), StandardAccounts.CASH, allocation.reverses());
    List<Currency> currencies =
        allocation.lines().stream().map(Allocation.Line::documentCurrency).distinct().toList();
    return currencies.size() != 1 || currencies.contains(allocation.currency())
        ? posted
        : Originals.in(
                currencies.get(0),
                Map.of(StandardAccounts.SETTLEMENT_CLEARING, cleared(allocation)))
            .beside(posted);
  }

  /** What of it the payments of single items have on the other side of the clearing account. */
  private static BigDecimal cleared(Allocation allocation) {
    return allocation.lines().stream()
        .filter(line -> line.settledBy().isPresent())
        .map(Allocation.Line::documentAmount)
        .reduce(BigDecimal.ZERO, BigDecimal::subtract);
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
    NewEntry posted = posted(entry, event.postings(), StandardAccounts.CASH, Optional.empty());
    AccountCode control =
        item.side() == Side.RECEIVABLES ? StandardAccounts.RECEIVABLE : StandardAccounts.PAYABLE;
    boolean isBack = item.status() == OpeningItem.Status.REVERSED;
    return Originals.beside(
        posted,
        item.foreign()
            .map(
                of ->
                    Originals.in(
                        of.currency(),
                        Map.of(control, isBack ? of.amount().negate() : of.amount()))));
  }

  private static NewEntry posted(
      NewEntry empty, List<Posting> postings, AccountCode bank, Optional<?> reversed) {
    NewEntry entry = empty;
    for (Posting each : postings) {
      AccountCode account = account(each, bank, reversed);
      entry =
          each.account() == SettlementAccount.BANK
              ? entry.debitNamed(account, each.amount())
              : entry.debit(account, each.amount());
    }
    return entry;
  }

  private static AccountCode account(Posting posting, AccountCode bank, Optional<?> reversed) {
    return switch (posting.account()) {
      case BANK -> bank;
      case RECEIVABLES -> StandardAccounts.RECEIVABLE;
      case PAYABLES -> StandardAccounts.PAYABLE;
      case CLEARING -> StandardAccounts.SETTLEMENT_CLEARING;
      case BANK_FEES -> StandardAccounts.BANK_FEES;
      case EXCHANGE_DIFFERENCE -> Exchange.of(posting.amount().negated(), reversed);
      case OPENING_BALANCES -> StandardAccounts.OPENING_BALANCES;
      case RECEIVABLES_ADJUSTMENT -> StandardAccounts.RECEIVABLE_ADJUSTMENT;
      case PAYABLES_ADJUSTMENT -> StandardAccounts.PAYABLE_ADJUSTMENT;
      case BANK_ADJUSTMENT -> StandardAccounts.CASH_ADJUSTMENT;
      case UNREALISED_DIFFERENCE -> Exchange.unrealised(posting.amount().negated());
    };
  }
}
