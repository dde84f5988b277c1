package org.millrace.einvoice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.millrace.einvoice.arithmetic.Figures;

/** The figures of a document, as its arithmetic is checked by. */
public final class FiguresOf {
  private FiguresOf() {}

  public static Figures invoice(EInvoice invoice) {
    Amounts amounts = invoice.amounts();
    return new Figures(
        invoice.lines().stream().map(FiguresOf::line).toList(),
        amounts.allowances().stream().map(FiguresOf::adjustment).toList(),
        amounts.charges().stream().map(FiguresOf::adjustment).toList(),
        amounts.vat().stream()
            .map(
                row ->
                    new Figures.Vat(
                        row.category().code(), row.category().rate(), row.base(), row.tax()))
            .toList(),
        totals(amounts.totals()));
  }

  private static Figures.Line line(Line line) {
    return new Figures.Line(
        line.net(),
        line.tax().code(),
        line.tax().rate(),
        Optional.of(line.quantity().number()),
        Optional.of(line.price().net()),
        line.price().per().map(Line.Amount::number),
        sum(line.adjustments(), Adjustment.Kind.ALLOWANCE),
        sum(line.adjustments(), Adjustment.Kind.CHARGE));
  }

  private static Optional<BigDecimal> sum(List<Adjustment> adjustments, Adjustment.Kind kind) {
    return adjustments.stream()
        .filter(one -> one.kind() == kind)
        .map(Adjustment::amount)
        .reduce(BigDecimal::add);
  }

  private static Figures.Adjustment adjustment(Adjustment one) {
    return new Figures.Adjustment(
        one.amount(),
        one.tax().map(Amounts.TaxCategory::code).orElse("S"),
        one.tax().flatMap(Amounts.TaxCategory::rate));
  }

  private static Figures.Totals totals(Amounts.Totals totals) {
    return new Figures.Totals(
        totals.lines(),
        totals.allowances(),
        totals.charges(),
        totals.net(),
        totals.tax(),
        totals.gross(),
        totals.paid(),
        totals.rounding(),
        totals.due());
  }
}
