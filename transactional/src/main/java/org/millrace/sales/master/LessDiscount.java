package org.millrace.sales.master;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.DocumentCurrency;
import org.millrace.price.DocumentDiscount;
import org.millrace.shared.Money;
import org.millrace.tax.calculation.RoundingUnit;

/**
 * What the lines of a document come to less a discount in percent of the whole. The share of a line
 * is what it adds to the rounded discount of the lines up to it, so the shares are together the
 * discount of the sum: 3 % of 10.10, 10.10 and 10.10 are 0.30 + 0.31 + 0.30 = 0.91.
 *
 * @param percent more than 0, none where there is no discount
 * @param amounts of the lines in the currency of the document, rounded
 */
public record LessDiscount(
    Optional<BigDecimal> percent, List<Money> amounts, DocumentCurrency money) {
  public LessDiscount {
    amounts = List.copyOf(amounts);
  }

  /** The net amounts in the order of the lines, in the currency of the document. */
  public List<Money> nets() {
    if (percent.isEmpty()) {
      return amounts;
    }
    RoundingUnit unit = RoundingUnit.of(money.paper());
    BigDecimal before = BigDecimal.ZERO;
    List<Money> nets = new ArrayList<>(amounts.size());
    for (Money amount : amounts) {
      BigDecimal off = next(unit, percent.get(), before, amount.amount());
      nets.add(amount.minus(Money.of(off, money.paper())));
      before = before.add(amount.amount());
    }
    return nets;
  }

  /** The discount that stands on the document. */
  public Optional<DocumentDiscount> told() {
    return percent.map(
        off -> {
          Money paper = sum(amounts, money.paper()).minus(sum(nets(), money.paper()));
          Money home = sum(atHome(amounts), money.home()).minus(sum(atHome(nets()), money.home()));
          return new DocumentDiscount(off, home, money.abroad().map(abroad -> paper.amount()));
        });
  }

  private List<Money> atHome(List<Money> paper) {
    return paper.stream().map(money::atHome).toList();
  }

  private static Money sum(List<Money> all, Currency currency) {
    return all.stream().reduce(Money.zero(currency), Money::plus);
  }

  /**
   * What the next part of a document is reduced by, when the parts before it came to so much. All
   * parts are reduced by the discount of the whole, and none by more than it comes to.
   */
  public static BigDecimal next(
      RoundingUnit unit, BigDecimal percent, BigDecimal before, BigDecimal part) {
    return unit.share(percent, DocumentDiscount.HUNDRED, before, part).min(part);
  }
}
