package org.millrace.tax.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.tax.TaxRules;
import org.millrace.tax.TaxShare;

/**
 * The smallest step of an amount: 0.01 for most currencies, 1 for those without decimals, 0.05
 * where smaller coins are gone. Halves go away from zero, so a credit note mirrors its invoice.
 */
public record RoundingUnit(BigDecimal step) {
  private static final int MOST_DECIMALS = 6;

  public RoundingUnit {
    new Problems()
        .require(step.signum() > 0, "step", step, "more than 0")
        .refuse("Amounts cannot be rounded");
  }

  /** The step of so many decimals. */
  public static RoundingUnit decimals(int decimals) {
    new Problems()
        .require(
            decimals >= 0 && decimals <= MOST_DECIMALS,
            "decimals",
            decimals,
            "a number from 0 to " + MOST_DECIMALS)
        .refuse("Amounts cannot be rounded");
    return new RoundingUnit(BigDecimal.ONE.movePointLeft(decimals));
  }

  /** The smallest amount of a currency. */
  public static RoundingUnit of(Currency currency) {
    return decimals(Money.digits(currency));
  }

  /** The step that a company set for its documents, else the smallest amount of the currency. */
  public static RoundingUnit of(TaxRules rules, Currency currency) {
    return rules.step().map(RoundingUnit::new).orElseGet(() -> of(currency));
  }

  /** The nearest multiple of the step. */
  public BigDecimal round(BigDecimal amount) {
    return round(amount, BigDecimal.ONE);
  }

  /** The nearest multiple of the step to a quotient, which is never rounded before. */
  public BigDecimal round(BigDecimal dividend, BigDecimal divisor) {
    return dividend.divide(divisor.multiply(step), 0, RoundingMode.HALF_UP).multiply(step);
  }

  /** The tax of a share, shared by the taxes of its code as those of another document are. */
  public List<TaxShare.Component> shared(TaxShare share, List<TaxShare.Component> like) {
    List<TaxShare.Component> own =
        like.stream().filter(each -> each.code().equals(share.code())).toList();
    List<BigDecimal> amounts =
        shares(share.amount().amount(), own.stream().map(e -> e.amount().amount()).toList());
    List<TaxShare.Component> shared = new ArrayList<>(own.size());
    for (TaxShare.Component each : own) {
      Money amount = Money.of(amounts.get(shared.size()), share.amount().currency());
      shared.add(
          new TaxShare.Component(each.code(), each.component(), each.basis(), each.rate(), amount));
    }
    return shared;
  }

  /** Shares of a total by weight, which add up to it; nothing where nothing has weight. */
  public List<BigDecimal> shares(BigDecimal total, List<BigDecimal> weights) {
    BigDecimal whole = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    List<BigDecimal> shares = new ArrayList<>(weights.size());
    BigDecimal before = BigDecimal.ZERO;
    for (BigDecimal weight : weights) {
      shares.add(share(total, whole, before, weight));
      before = before.add(weight);
    }
    return shares;
  }

  /**
   * What a part adds to the rounded share of a total, when the parts before it came to so much. All
   * parts add up to the total: 66.67 + 83.33 + 50.00 of 200.00, for 400, 500 and 300 of 1,200.
   */
  public BigDecimal share(BigDecimal total, BigDecimal whole, BigDecimal before, BigDecimal part) {
    if (whole.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal until = round(total.multiply(before.add(part)), whole);
    return until.subtract(round(total.multiply(before), whole));
  }
}
