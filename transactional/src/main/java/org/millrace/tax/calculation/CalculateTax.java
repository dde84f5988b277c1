package org.millrace.tax.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.tax.TaxRounding;
import org.millrace.tax.TaxTreatment;

/**
 * Computes the taxes of a document by the rules of a company. Amounts of lines are rounded once; a
 * discount of the document is spread by the amounts, and so is, when it is rounded for the
 * document, the tax of each rate over its lines; all shares add up.
 */
public record CalculateTax(
    TaxRounding rounding, RoundingUnit unit, BigDecimal documentDiscount, BigDecimal taxed) {
  /** For a document without a discount. */
  public static CalculateTax by(TaxRounding rounding, RoundingUnit unit) {
    return new CalculateTax(rounding, unit, BigDecimal.ZERO, BigDecimal.ONE);
  }

  /** With a discount of the whole document, in its currency, as its prices are. */
  public CalculateTax less(BigDecimal discount) {
    return new CalculateTax(rounding, unit, discount, taxed);
  }

  /** With a discount for early payment, which may have less taxed from the start. */
  public CalculateTax with(EarlyPaymentDiscount early) {
    return new CalculateTax(rounding, unit, documentDiscount, early.taxedFraction());
  }

  /** The lines with their taxes, and the sums of each treatment in the order they come. */
  public TaxedDocument of(List<TaxableLine> lines) {
    return of(lines, lines.stream().map(line -> line.amount(unit)).toList());
  }

  /** The lines with their taxes, where each comes to an amount that is known. */
  public TaxedDocument of(List<TaxableLine> lines, List<BigDecimal> amounts) {
    Map<TaxTreatment, List<Integer>> places = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      places.computeIfAbsent(lines.get(i).treatment(), t -> new ArrayList<>()).add(i);
    }
    List<BigDecimal> bases =
        places.values().stream().map(at -> sum(at.stream().map(amounts::get).toList())).toList();
    List<BigDecimal> discounts = spread(documentDiscount, bases);
    TaxedDocument.Line[] taxedLines = new TaxedDocument.Line[lines.size()];
    List<TaxedDocument.Group> groups = new ArrayList<>(places.size());
    places.forEach(
        (treatment, at) -> {
          List<Priced> priced = new ArrayList<>(at.size());
          List<BigDecimal> own = at.stream().map(amounts::get).toList();
          List<BigDecimal> shares = spread(discounts.get(groups.size()), own);
          for (int i = 0; i < at.size(); i++) {
            BigDecimal quantity = lines.get(at.get(i)).quantity();
            priced.add(new Priced(own.get(i), shares.get(i), quantity));
          }
          List<TaxedDocument.Line> group =
              rounding == TaxRounding.LINE
                  ? byLine(treatment, priced)
                  : byDocument(treatment, priced);
          for (int i = 0; i < at.size(); i++) {
            taxedLines[at.get(i)] = group.get(i);
          }
          groups.add(group(treatment, group));
        });
    return new TaxedDocument(List.of(taxedLines), groups);
  }

  /** A line as priced, and its share of the discount of the document. */
  private record Priced(BigDecimal amount, BigDecimal discount, BigDecimal quantity) {
    BigDecimal left() {
      return amount.subtract(discount);
    }
  }

  private List<TaxedDocument.Line> byLine(TaxTreatment treatment, List<Priced> priced) {
    return priced.stream()
        .map(
            line -> {
              TaxSplit split = new TaxSplit(treatment.components(), line.quantity());
              return new TaxedDocument.Line(
                  line.amount(),
                  line.discount(),
                  split.net(line.left(), unit),
                  split.taxes(line.left(), taxed, unit));
            })
        .toList();
  }

  private List<TaxedDocument.Line> byDocument(TaxTreatment treatment, List<Priced> priced) {
    TaxSplit split =
        new TaxSplit(treatment.components(), sum(priced.stream().map(Priced::quantity).toList()));
    List<BigDecimal> left = priced.stream().map(Priced::left).toList();
    BigDecimal all = sum(left);
    List<BigDecimal> within = spread(all.subtract(split.net(all, unit)), left);
    List<List<BigDecimal>> taxes =
        split.taxes(all, taxed, unit).stream().map(tax -> spread(tax, left)).toList();
    List<TaxedDocument.Line> lines = new ArrayList<>(priced.size());
    for (int i = 0; i < priced.size(); i++) {
      int place = i;
      lines.add(
          new TaxedDocument.Line(
              priced.get(i).amount(),
              priced.get(i).discount(),
              left.get(i).subtract(within.get(i)),
              taxes.stream().map(shares -> shares.get(place)).toList()));
    }
    return lines;
  }

  private static TaxedDocument.Group group(TaxTreatment treatment, List<TaxedDocument.Line> lines) {
    List<BigDecimal> taxes = new ArrayList<>();
    for (int i = 0; i < treatment.components().size(); i++) {
      int component = i;
      taxes.add(TaxedDocument.sum(lines, line -> line.taxes().get(component)));
    }
    return new TaxedDocument.Group(
        treatment,
        TaxedDocument.sum(lines, TaxedDocument.Line::amount),
        TaxedDocument.sum(lines, TaxedDocument.Line::discount),
        TaxedDocument.sum(lines, TaxedDocument.Line::net),
        taxes);
  }

  /** Shares of a total by weight, which add up; all of it in the last when nothing has weight. */
  private List<BigDecimal> spread(BigDecimal total, List<BigDecimal> weights) {
    BigDecimal whole = sum(weights);
    List<BigDecimal> shares = new ArrayList<>(weights.size());
    BigDecimal before = BigDecimal.ZERO;
    for (BigDecimal weight : weights) {
      boolean isLast = shares.size() == weights.size() - 1;
      shares.add(isLast ? total.subtract(sum(shares)) : unit.share(total, whole, before, weight));
      before = before.add(weight);
    }
    return shares;
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
