package org.millrace.bank.match;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.millrace.shared.Money;

/**
 * A proposal: what these lines settle, and why. The amounts of its lines are items - discount -
 * writeOff - fee + onAccount + expense; a duplicate alone books nothing. {@code partner} is the
 * code of who has something on account; {@code linked} the line that this one repeats or takes
 * back.
 */
public record Match(
    List<String> lines,
    List<Allocation> items,
    Split split,
    Ground ground,
    Optional<String> partner,
    Optional<String> linked) {
  public Match {
    lines = List.copyOf(lines);
    items = List.copyOf(items);
  }

  /** So much of an open item, with its sign; the other sign opens it again. */
  public record Allocation(OpenItem item, Money amount) {}

  /** What a payment is besides items. */
  public record Split(
      Money discount, Money writeOff, Money fee, Money onAccount, Optional<Expense> expense) {}

  /** Money for an account, with its sign; {@code tax} of it is tax at so many percent. */
  public record Expense(
      Optional<String> account,
      Money amount,
      Money tax,
      Optional<BigDecimal> taxPercent,
      Optional<String> taxCode) {
    public Money net() {
      return amount.minus(tax);
    }
  }

  /** Why, how many choices add up, and whether it may be booked without a person. */
  public record Ground(MatchReason reason, String words, int alternatives, boolean isSafe) {}

  /** What all its lines have to be together. */
  public Money total(Money zero) {
    Money sum = zero;
    for (Allocation item : items) {
      sum = sum.plus(item.amount());
    }
    sum = sum.minus(split.discount()).minus(split.writeOff()).minus(split.fee());
    sum = sum.plus(split.onAccount());
    return split.expense().map(Expense::amount).map(sum::plus).orElse(sum);
  }
}
