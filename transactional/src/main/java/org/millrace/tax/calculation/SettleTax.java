package org.millrace.tax.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.shared.Money;
import org.millrace.tax.Deductions;
import org.millrace.tax.DocumentTax;
import org.millrace.tax.Settlement;
import org.millrace.tax.TaxPoint;
import org.millrace.tax.TaxShare;

/**
 * What a payment does to the taxes of an invoice. Discounts and write-offs lessen a tax by their
 * share of it; what is paid, a fee of the bank included, makes a tax due that is due by payment.
 */
public final class SettleTax {
  private final Optional<DocumentTax> tax;
  private final List<TaxShare> shares;
  private final Money settledBefore;

  /** Of an invoice of which so much is settled already. */
  public SettleTax(Optional<DocumentTax> tax, List<TaxShare> shares, Money settledBefore) {
    this.tax = tax;
    this.shares = List.copyOf(shares);
    this.settledBefore = settledBefore;
  }

  /** By how much base and tax of one code change that is owed to or got back from the authority. */
  public record Change(TaxShare share, Money base, Money tax) {}

  /**
   * The settlement, absent where the payment is nothing but money; and the changes of the taxes.
   */
  public record Settled(Optional<Settlement> settlement, List<Change> changes) {
    public Settled {
      changes = List.copyOf(changes);
    }
  }

  /** Settles so much by money and deductions. */
  public Settled by(Money paid, Deductions deductions) {
    Currency currency = paid.currency();
    RoundingUnit unit = RoundingUnit.of(currency);
    Money zero = Money.zero(currency);
    Money discountTax = zero;
    Money writeOffTax = zero;
    Money released = zero;
    Money due = zero;
    Money selfAssessed = zero;
    List<Change> changes = new ArrayList<>();
    boolean corrects = tax.map(DocumentTax::isCorrectedByDiscount).orElse(true);
    Money discounted = corrects ? deductions.discount() : zero;
    Money letOff = discounted.plus(deductions.writeOff());
    Money before = tax.map(DocumentTax::letOff).orElse(zero);
    BigDecimal whole = proportionalGross();
    for (TaxShare share : shares) {
      Portion of = new Portion(share.proportional(), whole, unit);
      Money ofDiscount = of.until(before, discounted);
      Money ofWriteOff = of.until(before.plus(discounted), deductions.writeOff());
      Money fall = ofDiscount.plus(ofWriteOff);
      Money base = new Portion(share.base(), whole, unit).until(before, letOff).negated();
      if (share.category().isOwedByBuyer()) {
        selfAssessed = selfAssessed.plus(fall);
        changes.add(new Change(share, base, fall.negated()));
        continue;
      }
      discountTax = discountTax.plus(ofDiscount);
      writeOffTax = writeOffTax.plus(ofWriteOff);
      Money owed = fall.negated();
      if (share.taxPoint() == TaxPoint.PAYMENT) {
        Money all = paid.plus(deductions.total());
        Portion pending = new Portion(share.amount(), gross(), unit);
        Money left = pending.until(settledBefore, all);
        released = released.plus(left);
        owed = left.minus(fall);
        due = due.plus(owed);
        Portion bases = new Portion(share.base(), gross(), unit);
        base = bases.until(settledBefore, all).plus(base);
      }
      changes.add(new Change(share, base, owed));
    }
    Settlement settlement =
        new Settlement(
            deductions.discount(),
            discountTax,
            deductions.writeOff(),
            writeOffTax,
            deductions.bankFee(),
            released,
            due,
            selfAssessed);
    boolean isMoneyAlone = deductions.isNone() && released.isZero();
    return new Settled(
        isMoneyAlone ? Optional.empty() : Optional.of(settlement),
        changes.stream().filter(c -> !c.base().isZero() || !c.tax().isZero()).toList());
  }

  private BigDecimal gross() {
    return tax.map(all -> all.gross().amount()).orElse(BigDecimal.ZERO);
  }

  /** What is to be paid without taxes of a fixed amount, which no discount lessens. */
  private BigDecimal proportionalGross() {
    BigDecimal fixed =
        shares.stream()
            .filter(share -> !share.category().isOwedByBuyer())
            .map(share -> share.amount().minus(share.proportional()).amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return gross().subtract(fixed);
  }

  /** The share of a total that falls on a part of a whole. */
  private record Portion(Money total, BigDecimal whole, RoundingUnit unit) {
    Money until(Money before, Money part) {
      return Money.of(
          unit.share(total.amount(), whole, before.amount(), part.amount()), total.currency());
    }
  }
}
