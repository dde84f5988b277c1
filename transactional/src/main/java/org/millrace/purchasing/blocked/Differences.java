package org.millrace.purchasing.blocked;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.purchasing.blocked.BlockedBill.Difference;
import org.millrace.purchasing.invoice.SupplierBills.Compared;
import org.millrace.purchasing.invoice.SupplierBills.Comparison;
import org.millrace.purchasing.tolerance.MatchTolerance;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.UnitPrice;

/**
 * What a bill differs by, line by line, within the tolerance or outside of it. The price counts for
 * what is billed of the goods expected, the quantity for the rest at the billed price, so that both
 * add up: 100 billed at 10.40 for 95 at 10.00 are 95 x 0.40 = 38.00 and 5 x 10.40 = 52.00.
 */
final class Differences {
  private final MatchTolerance tolerance;
  private final List<Difference> found = new ArrayList<>();

  private Differences(MatchTolerance tolerance) {
    this.tolerance = tolerance;
  }

  static List<Difference> of(Comparison bill, MatchTolerance tolerance) {
    Differences differences = new Differences(tolerance);
    bill.lines().forEach(differences::line);
    bill.printedTax()
        .ifPresent(
            printed ->
                differences.tax(
                    printed, bill.computedTax().orElseGet(() -> Money.zero(printed.currency()))));
    return List.copyOf(differences.found);
  }

  /** What came and is not billed of the billed lines, at the ordered prices. */
  static Money expected(Comparison bill) {
    return bill.lines().stream()
        .map(line -> line.orderPrice().times(line.expected()).rounded())
        .reduce(Money.zero(bill.net().currency()), Money::plus);
  }

  private void line(Compared line) {
    Quantity more = line.billed().minus(line.expected());
    Quantity most = tolerance.mostOf(line.expected());
    Money price = line.billPrice().minus(line.orderPrice());
    if (!more.isZero()) {
      add(
          line,
          MatchTolerance.Difference.QUANTITY,
          new Figures(line.billed().value(), line.expected().value(), most.value()),
          line.billPrice().times(more).rounded(),
          line.billed().compareTo(most) > 0);
    }
    if (!price.isZero()) {
      Money value = price.times(line.expected()).rounded();
      add(
          line,
          MatchTolerance.Difference.PRICE,
          new Figures(
              line.billPrice().amount(), line.orderPrice().amount(), mostPrice(line.orderPrice())),
          value,
          !tolerance.allows(line.orderPrice(), line.billPrice()));
      Money all = price.times(line.billed()).rounded();
      if (!tolerance.allows(all)) {
        add(
            line,
            MatchTolerance.Difference.AMOUNT,
            new Figures(
                line.billPrice().times(line.billed()).rounded().amount(),
                line.orderPrice().times(line.billed()).rounded().amount(),
                tolerance.amount().orElse(BigDecimal.ZERO)),
            all,
            true);
      }
    }
  }

  private BigDecimal mostPrice(Money ordered) {
    return ordered
        .amount()
        .multiply(BigDecimal.valueOf(100).add(tolerance.pricePercent()))
        .movePointLeft(2)
        .setScale(UnitPrice.DECIMALS, RoundingMode.HALF_UP);
  }

  private void tax(Money printed, Money computed) {
    Money difference = printed.minus(computed);
    if (!difference.isZero()) {
      found.add(
          new Difference(
              found.size() + 1,
              Optional.empty(),
              MatchTolerance.Difference.TAX,
              printed.amount(),
              computed.amount(),
              tolerance.taxDifference().map(computed.amount()::add).orElse(printed.amount()),
              difference.amount(),
              difference,
              !tolerance.allowsTax(difference)));
    }
  }

  /** What is billed, expected, and at most tolerated. */
  private record Figures(BigDecimal billed, BigDecimal expected, BigDecimal most) {}

  private void add(
      Compared line,
      MatchTolerance.Difference kind,
      Figures figures,
      Money value,
      boolean exceeded) {
    found.add(
        new Difference(
            found.size() + 1,
            Optional.of(line.ordered().line()),
            kind,
            figures.billed(),
            figures.expected(),
            figures.most(),
            figures.billed().subtract(figures.expected()),
            value,
            exceeded));
  }
}
