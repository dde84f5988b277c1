package org.millrace.currency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;

/**
 * What stands on a document in its own currency, where that is not the currency of the company. All
 * other amounts of the document are in the currency of the company, converted at the rate.
 *
 * @param rate how much of the company's currency is given for one unit of the document's
 * @param openAmount gross amount less paid amount
 * @param earlyDiscount what may be kept by who pays in time, where the terms say so
 */
public record ForeignAmounts(
    Currency currency,
    ExchangeRate rate,
    @Amount(in = "foreign.currency") BigDecimal netAmount,
    @Amount(in = "foreign.currency") BigDecimal grossAmount,
    @Amount(in = "foreign.currency") BigDecimal paidAmount,
    @Amount(in = "foreign.currency") BigDecimal openAmount,
    @Amount(in = "foreign.currency") Optional<BigDecimal> earlyDiscount) {
  public ForeignAmounts {
    netAmount = PlainNumber.of(netAmount);
    grossAmount = PlainNumber.of(grossAmount);
    paidAmount = PlainNumber.of(paidAmount);
    openAmount = PlainNumber.of(openAmount);
    earlyDiscount = earlyDiscount.map(PlainNumber::of);
  }

  /** Nothing is paid of it. */
  public static ForeignAmounts unpaid(
      ExchangeRate rate, Money net, Money gross, Optional<Money> earlyDiscount) {
    return new ForeignAmounts(
        gross.currency(),
        rate,
        net.amount(),
        gross.amount(),
        BigDecimal.ZERO,
        gross.amount(),
        earlyDiscount.map(Money::amount));
  }

  /** After so much more was settled, below 0 when a settlement is taken back. */
  public ForeignAmounts settled(BigDecimal amount) {
    return new ForeignAmounts(
        currency,
        rate,
        netAmount,
        grossAmount,
        paidAmount.add(amount),
        openAmount.subtract(amount),
        earlyDiscount);
  }

  /** Those of a document of the opposite amounts, of which nothing is paid. */
  public ForeignAmounts opposite() {
    return unpaid(
        rate,
        Money.of(netAmount.negate(), currency),
        Money.of(grossAmount.negate(), currency),
        Optional.empty());
  }

  /** Those of a document that takes this one back; nothing of it is open. */
  public ForeignAmounts takenBack() {
    return new ForeignAmounts(
        currency,
        rate,
        netAmount.negate(),
        grossAmount.negate(),
        grossAmount.negate(),
        BigDecimal.ZERO,
        Optional.empty());
  }

  /** What is open, as money of the document. */
  public Money open() {
    return Money.of(openAmount, currency);
  }

  /** What a part of it is worth in the books, see {@link #share}. */
  public Money worth(BigDecimal part, Money all, Money open) {
    return share(part, new Whole(grossAmount, all), new Whole(openAmount, open));
  }

  /** An amount in the currency of a document, and what it is worth in the books. */
  public record Whole(BigDecimal amount, Money worth) {}

  /**
   * What a part of an open item is worth in the books: the proportional part of what the whole was
   * worth, half up; all that is left when all of it is settled, so that nothing is left in either
   * currency. 95 of 100 that were worth 8,000.00 are worth 7,600.00.
   */
  public static Money share(BigDecimal part, Whole all, Whole open) {
    if (part.compareTo(open.amount()) == 0) {
      return open.worth();
    }
    int digits = Money.digits(open.worth().currency());
    BigDecimal share =
        all.worth().amount().multiply(part).divide(all.amount(), digits, RoundingMode.HALF_UP);
    boolean isMore = share.abs().compareTo(open.worth().amount().abs()) > 0;
    return isMore ? open.worth() : Money.of(share, open.worth().currency());
  }
}
