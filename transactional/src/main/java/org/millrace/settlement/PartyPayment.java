package org.millrace.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.Carried;
import org.millrace.currency.ForeignAmounts;
import org.millrace.document.DocumentKind;
import org.millrace.document.number.DocumentNumber;
import org.millrace.document.reversal.PostedStatus;
import org.millrace.party.PartyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/**
 * Money that came from a party or went to it. Amount = what the bank booked; what it settles stands
 * on the lines, and the rest on account, from where it settles other items later. A wrong one is
 * taken back by a payment of the opposite amount that names it. Amounts are in the currency of the
 * company.
 *
 * @param side on whose account the rest stays
 * @param account of the ledger that holds the money
 * @param onAccount what was left of it when it was posted
 * @param openAmount what is left of that now
 * @param exchangeDifference realised with it: a gain above 0, a loss below 0
 */
public record PartyPayment(
    DocumentNumber number,
    PostedStatus status,
    Direction direction,
    Side side,
    PartyCode party,
    String partyName,
    LocalDate paymentDate,
    Optional<String> reference,
    String account,
    Money amount,
    Money bankFee,
    Money onAccount,
    Money openAmount,
    Money exchangeDifference,
    Currency currency,
    Optional<ForeignMoney> foreign,
    List<Line> lines,
    Optional<DocumentNumber> reverses,
    Optional<DocumentNumber> reversedBy,
    Optional<String> reason) {
  /** Stored in settlement.payment with its lines; numbered PM-000001. */
  public static final DocumentKind<PartyPayment> KIND =
      DocumentKind.of(PartyPayment.class, "settlement", "party-payment")
          .numbered("PM")
          .storedIn("settlement.payment")
          .lines("lines", "settlement.payment_line", "payment")
          .searched("number", "party", "partyName", "reference")
          .sorted("-paymentDate")
          .steps(PartyPayment::status, PostedStatus.Act.values())
          .build();

  public PartyPayment {
    lines = List.copyOf(lines);
  }

  /**
   * What it settled of one item. Amount = the money, as the item was worth in the books.
   *
   * @param documentAmount money and deductions together, in the currency of the item
   * @param settledBy the payment of that item alone, where there is one
   */
  public record Line(
      int line,
      ItemKind kind,
      String item,
      @Amount Money amount,
      @Amount Money discount,
      @Amount Money writeOff,
      Currency documentCurrency,
      @Amount(in = "documentCurrency") BigDecimal documentAmount,
      Optional<String> settledBy) {
    public Line {
      documentAmount = PlainNumber.of(documentAmount);
    }

    private Line negated() {
      return new Line(
          line,
          kind,
          item,
          amount.negated(),
          discount.negated(),
          writeOff.negated(),
          documentCurrency,
          documentAmount.negate(),
          settledBy);
    }
  }

  /**
   * What it moves in the books: the money and the fee of the bank; the items by way of the clearing
   * account; what stays on account; the difference of exchange.
   */
  public List<Posting> postings() {
    Money settled = lines.stream().map(Line::amount).reduce(Money.zero(currency), Money::plus);
    return Posting.of(
        new Posting(SettlementAccount.BANK, direction.signed(amount)),
        new Posting(SettlementAccount.BANK_FEES, bankFee),
        new Posting(SettlementAccount.CLEARING, settled.negated()),
        new Posting(SettlementAccount.of(side), direction.signed(onAccount).negated()),
        new Posting(SettlementAccount.EXCHANGE_DIFFERENCE, exchangeDifference.negated()));
  }

  /** What is left on account, in the currency of the payment. */
  public Money documentOpen() {
    return foreign.map(ForeignMoney::open).orElse(openAmount);
  }

  /**
   * What a part of the money on account is worth in the books.
   *
   * @throws Refused as invalid when less is left
   */
  public Carried carried(Money part) {
    Money open = documentOpen();
    new Problems()
        .require(
            part.isPositive()
                && part.currency().equals(open.currency())
                && part.equals(part.rounded())
                && part.compareTo(open) <= 0,
            "amount",
            part,
            "more than 0 and at most the open " + open)
        .refuse("The money on account of " + number + " is not enough");
    return foreign
        .map(
            of ->
                new Carried(
                    part,
                    ForeignAmounts.share(
                        part.amount(),
                        new ForeignAmounts.Whole(of.onAccount(), onAccount),
                        new ForeignAmounts.Whole(of.openAmount(), openAmount))))
        .orElseGet(() -> Carried.of(part));
  }

  /** After so much of the money on account was used; below 0 when that is taken back. */
  public PartyPayment used(Carried part) {
    Optional<ForeignMoney> left =
        foreign.map(of -> of.opened(of.openAmount().subtract(part.amount().amount())));
    return with(status, openAmount.minus(part.home()), left, reversedBy);
  }

  private PartyPayment with(
      PostedStatus now, Money open, Optional<ForeignMoney> amounts, Optional<DocumentNumber> by) {
    return new PartyPayment(
        number,
        now,
        direction,
        side,
        party,
        partyName,
        paymentDate,
        reference,
        account,
        amount,
        bankFee,
        onAccount,
        open,
        exchangeDifference,
        currency,
        amounts,
        lines,
        reverses,
        by,
        reason);
  }

  /**
   * Passes when it can be reversed: neither reversed already nor reversing another one, and nothing
   * of its money on account used.
   *
   * @throws Refused as conflict
   */
  public void requireReversible() {
    status.require(PostedStatus.Act.REVERSE, KIND.titled(number));
    boolean isUsed =
        !openAmount.equals(onAccount)
            || foreign.filter(of -> of.openAmount().compareTo(of.onAccount()) != 0).isPresent();
    if (isUsed) {
      throw Refused.conflict(
          "Money on account of %s is set off already. Reverse that allocation first."
              .formatted(number));
    }
  }

  /** The payment that takes this one back. */
  public PartyPayment reversal(DocumentNumber by, LocalDate day, String why) {
    requireReversible();
    return new PartyPayment(
        by,
        PostedStatus.REVERSING,
        direction,
        side,
        party,
        partyName,
        day,
        reference,
        account,
        amount.negated(),
        bankFee.negated(),
        onAccount.negated(),
        Money.zero(currency),
        exchangeDifference.negated(),
        currency,
        foreign.map(ForeignMoney::negated),
        lines.stream().map(Line::negated).toList(),
        Optional.of(number),
        Optional.empty(),
        Optional.of(why));
  }

  /** This payment after that one took it back. */
  public PartyPayment reversed(DocumentNumber by) {
    return with(
        PostedStatus.REVERSED,
        Money.zero(currency),
        foreign.map(of -> of.opened(BigDecimal.ZERO)),
        Optional.of(by));
  }
}
