package org.millrace.settlement.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.settlement.item.HeldItem;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/**
 * How far items set each other off: what is owed to the company against what it owes, in their
 * order, as far as the smaller side reaches. Items of several currencies are compared by rates, in
 * the currency of the first: EUR 14 on account at 0.96 pay CHF 11.90 with EUR 12.40. A small rest
 * that is left of an item goes to the exchange difference.
 */
final class SetOff {
  private static final int DIGITS = 40;

  private final Map<Currency, ExchangeRate> rates;
  private final Map<Currency, BigDecimal> smallRests;

  /**
   * By these rules.
   *
   * @param rates how much of the currency of the first item is given for one unit of another
   * @param smallRests up to how much of an item is not left open, by currency
   */
  SetOff(Map<Currency, ExchangeRate> rates, Map<Currency, BigDecimal> smallRests) {
    this.rates = Map.copyOf(rates);
    this.smallRests = Map.copyOf(smallRests);
  }

  /** An item, and how much of it at most and at least, without its sign; else all it can. */
  record Asked(HeldItem item, Optional<BigDecimal> amount) {}

  /**
   * What is settled of an item, with its sign.
   *
   * @param smallRest what of it is not covered
   */
  record Share(HeldItem item, Money amount, Optional<Money> smallRest) {}

  /**
   * The shares, in the order asked.
   *
   * @throws org.millrace.shared.Refused as invalid when there is nothing on one of the sides, a
   *     rate is missing, or amounts that are named do not balance
   */
  List<Share> of(List<Asked> asked) {
    Currency base = asked.get(0).item().open().currency();
    Problems problems = new Problems();
    for (Asked each : asked) {
      Currency currency = each.item().open().currency();
      problems.require(
          currency.equals(base) || rates.containsKey(currency),
          "rates",
          currency,
          "how much " + base + " is given for one " + currency);
      problems.require(
          !each.item().open().isZero(), "items.number", each.item().ref(), "an item that is open");
      each.amount()
          .ifPresent(
              amount ->
                  problems.require(
                      fits(each, amount),
                      "items.amount",
                      amount,
                      "more than 0 and at most the open " + each.item().open()));
    }
    problems.refuse("The items cannot be set off");
    BigDecimal owed = sum(asked, 1);
    BigDecimal owing = sum(asked, -1);
    BigDecimal reach = owed.min(owing);
    problems
        .require(
            reach.signum() > 0,
            "items",
            asked.size(),
            "what is owed to the company and what it owes")
        .refuse("The items cannot be set off");
    Map<Integer, BigDecimal> left = new HashMap<>(Map.of(1, reach, -1, reach));
    List<Share> shares = new ArrayList<>();
    for (Asked each : asked) {
      int sign = sign(each);
      BigDecimal rest = Objects.requireNonNull(left.get(sign));
      BigDecimal value = value(each);
      boolean isReached = value.compareTo(rest) <= 0;
      Money amount = isReached ? most(each) : back(rest, each);
      left.put(sign, isReached ? rest.subtract(value) : BigDecimal.ZERO);
      problems.require(
          each.amount().isEmpty() || amount.equals(most(each)),
          "items.amount",
          each.amount().map(BigDecimal::toPlainString).orElse(""),
          amount.amount().toPlainString() + ", which the others balance");
      if (!amount.isZero()) {
        shares.add(share(each.item(), sign > 0 ? amount : amount.negated()));
      }
    }
    problems.refuse("The items cannot be set off");
    return shares;
  }

  private static boolean fits(Asked each, BigDecimal amount) {
    Money money = Money.of(amount, each.item().open().currency());
    return amount.signum() > 0
        && money.equals(money.rounded())
        && amount.compareTo(each.item().open().amount().abs()) <= 0;
  }

  private Share share(HeldItem item, Money amount) {
    Money rest = item.open().minus(amount);
    BigDecimal limit = smallRests.getOrDefault(amount.currency(), BigDecimal.ZERO);
    boolean isSmall = !rest.isZero() && rest.amount().abs().compareTo(limit) <= 0;
    return isSmall
        ? new Share(item, item.open(), Optional.of(rest))
        : new Share(item, amount, Optional.empty());
  }

  private static int sign(Asked each) {
    return each.item().open().amount().signum();
  }

  private static Money most(Asked each) {
    Currency currency = each.item().open().currency();
    return Money.of(each.amount().orElseGet(() -> each.item().open().amount().abs()), currency);
  }

  private BigDecimal sum(List<Asked> asked, int sign) {
    return asked.stream()
        .filter(each -> sign(each) == sign)
        .map(this::value)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What an item is worth at most in the currency of the first. */
  private BigDecimal value(Asked each) {
    Money most = most(each);
    return rate(most.currency()).unrounded(most.amount());
  }

  private ExchangeRate rate(Currency of) {
    return rates.getOrDefault(of, ExchangeRate.ONE);
  }

  private Money back(BigDecimal value, Asked each) {
    Currency currency = each.item().open().currency();
    BigDecimal amount = rate(currency).inverse().unrounded(value);
    return Money.of(amount.setScale(DIGITS, RoundingMode.HALF_UP), currency).rounded();
  }
}
