package org.millrace.ledger.group;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.ledger.Account;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/**
 * Translates a trial balance (IAS 21.39): assets and liabilities at the closing rate, revenue and
 * expenses at the average of the period, equity at the rates at which it came in. What is then
 * missing belongs to equity, not to profit: 1,000 of capital that came in at 0.80 and stands at
 * 0.90 gained 100.
 */
final class TranslateBalances {
  private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

  private final Currency into;
  private final ExchangeRate closing;
  private final ExchangeRate average;

  /** Into that currency: how much of it one unit is worth on the day, and over the period. */
  TranslateBalances(Currency into, ExchangeRate closing, ExchangeRate average) {
    this.into = into;
    this.closing = closing;
    this.average = average;
  }

  /**
   * The translation.
   *
   * @throws org.millrace.shared.Refused when debits do not equal credits, or equity has no rate
   */
  Translation of(List<Balance> balances) {
    requireUsable(balances);
    List<Translation.Line> lines = new ArrayList<>();
    Money sum = Money.zero(into);
    Money netAssets = sum;
    Money profit = sum;
    for (Balance balance : balances) {
      ExchangeRate rate = rate(balance);
      Money translated = rate.of(balance.amount(), into);
      lines.add(
          new Translation.Line(
              balance.account(), balance.type(), balance.amount(), rate, translated));
      sum = sum.plus(translated);
      switch (balance.type()) {
        case ASSET, LIABILITY -> netAssets = netAssets.plus(translated);
        case REVENUE, EXPENSE -> profit = profit.minus(translated);
        case EQUITY -> {}
      }
    }
    return new Translation(lines, sum.negated(), netAssets, profit, proof(balances, sum));
  }

  private static void requireUsable(List<Balance> balances) {
    Problems problems = new Problems();
    problems.require(!balances.isEmpty(), "lines", "none", "at least one account");
    BigDecimal sum =
        balances.stream().map(Balance::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    problems.require(
        sum.signum() == 0,
        "lines",
        sum.toPlainString(),
        "debits equal to credits: amounts that come to 0 together");
    for (Balance balance : balances) {
      problems.require(
          balance.type() != Account.Type.EQUITY || balance.rate().isPresent(),
          "lines." + balance.account() + ".rate",
          "none",
          "the rate at which this part of equity came in");
    }
    problems.refuse("The balances cannot be translated");
  }

  private ExchangeRate rate(Balance balance) {
    return balance
        .rate()
        .orElseGet(
            () ->
                switch (balance.type()) {
                  case ASSET, LIABILITY, EQUITY -> closing;
                  case REVENUE, EXPENSE -> average;
                });
  }

  /** What equity and the profit gained since they came in, part by part: 200 x (0.90-0.85). */
  private String proof(List<Balance> balances, Money sum) {
    List<String> parts = new ArrayList<>();
    BigDecimal profit = BigDecimal.ZERO;
    for (Balance balance : balances) {
      switch (balance.type()) {
        case EQUITY -> parts.add(part(balance.amount().negate(), rate(balance)));
        case REVENUE, EXPENSE -> {
          Optional<ExchangeRate> own = balance.rate();
          own.ifPresent(rate -> parts.add(part(balance.amount().negate(), rate)));
          profit = own.isPresent() ? profit : profit.subtract(balance.amount());
        }
        case ASSET, LIABILITY -> {}
      }
    }
    if (profit.signum() != 0) {
      parts.add(part(profit, average));
    }
    return String.join(" + ", parts) + " = " + plain(sum.amount(), "#,##0.00##########");
  }

  private String part(BigDecimal amount, ExchangeRate rate) {
    return "%s x (%s-%s)".formatted(plain(amount, "#,##0.##########"), told(closing), told(rate));
  }

  private static String told(ExchangeRate rate) {
    return rate.value().contains("/")
        ? rate.value()
        : plain(new BigDecimal(rate.value()), "0.00##########");
  }

  private static String plain(BigDecimal number, String pattern) {
    return new DecimalFormat(pattern, SYMBOLS).format(number);
  }
}
