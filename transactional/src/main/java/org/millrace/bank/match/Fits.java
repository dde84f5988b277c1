package org.millrace.bank.match;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.bank.amount.Minor;
import org.millrace.bank.amount.SubsetSums;
import org.millrace.bank.text.Words;

/** How an amount settles a group of items as a whole. */
final class Fits {
  private static final int NAMED_FEE = 10;

  private final MatchRules rules;
  private final Minor minor;

  Fits(MatchRules rules, Minor minor) {
    this.rules = rules;
    this.minor = minor;
  }

  /** To the cent, or less the discounts that are in time. */
  Optional<Settling> exactly(List<Item> items, long amount, LocalDate day) {
    long sum = open(items);
    if (items.isEmpty()) {
      return Optional.empty();
    }
    if (sum == amount) {
      return Optional.of(Settling.all(items));
    }
    return discount(items, sum - amount, day)
        .map(left -> Settling.all(items).discounted(left).saying("discount in time"));
  }

  /** The discounts, of all or some of the items, that add up to what is missing. */
  private static Optional<Long> discount(List<Item> items, long missing, LocalDate day) {
    long[] discounts =
        items.stream().mapToLong(item -> item.discountOn(day)).filter(d -> d != 0).toArray();
    return discounts.length > 0 && SubsetSums.of(discounts, missing).count() > 0
        ? Optional.of(missing)
        : Optional.empty();
  }

  /** Exactly, or with so little missing that it is written off. */
  Optional<Settling> closely(List<Item> items, long amount, LocalDate day) {
    return exactly(items, amount, day).or(() -> tolerated(items, amount, day));
  }

  private Optional<Settling> tolerated(List<Item> items, long amount, LocalDate day) {
    long sum = open(items);
    if (!isShort(sum, amount)) {
      return Optional.empty();
    }
    String words = "within " + rules.tolerancePercent().stripTrailingZeros().toPlainString() + " %";
    if (isTolerated(sum - amount, sum)) {
      return Optional.of(Settling.all(items).writtenOff(sum - amount).saying(words));
    }
    long discount = discounts(items, day);
    long left = sum - discount - amount;
    return discount != 0 && isShort(sum - discount, amount) && isTolerated(left, sum)
        ? Optional.of(
            Settling.all(items)
                .discounted(discount)
                .writtenOff(left)
                .saying("discount in time, " + words))
        : Optional.empty();
  }

  private boolean isTolerated(long missing, long sum) {
    BigDecimal most = rules.tolerancePercent().multiply(BigDecimal.valueOf(Math.abs(sum)));
    return BigDecimal.valueOf(Math.abs(missing)).movePointRight(2).compareTo(most) <= 0;
  }

  /** With a difference that is a fee by rule, or that the text calls one. */
  Optional<Settling> lessFee(List<Item> items, long amount, BankLine line) {
    long sum = open(items);
    long most = rules.feeUpTo().map(minor::of).orElse(0L);
    boolean isNamed = Words.FEE.isIn(line.remittance().text());
    for (long discount : new long[] {0, discounts(items, line.date())}) {
      long fee = sum - discount - amount;
      long limit = isNamed ? Math.max(most, Math.abs(sum) / NAMED_FEE) : most;
      if (fee > 0 && fee <= limit && Long.signum(sum - discount) == Long.signum(amount)) {
        Settling settling = Settling.all(items).discounted(discount).withFee(fee);
        String said = minor.money(fee).amount() + (isNamed ? " fee named" : " short");
        if (!isNamed || discount != 0 || discounts(items, line.date()) == 0) {
          return Optional.of(settling.saying(discount == 0 ? said : "discount in time; " + said));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isShort(long sum, long amount) {
    return Long.signum(sum) == Long.signum(amount) && Math.abs(sum) > Math.abs(amount);
  }

  static long open(List<Item> items) {
    return items.stream().mapToLong(item -> item.open).sum();
  }

  static long discounts(List<Item> items, LocalDate day) {
    return items.stream().mapToLong(item -> item.discountOn(day)).sum();
  }
}
