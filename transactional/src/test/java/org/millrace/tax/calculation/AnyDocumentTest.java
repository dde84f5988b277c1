package org.millrace.tax.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.millrace.tax.TaxRounding;
import org.millrace.tax.TaxTreatment;

/** Documents of any lines: what is shown in parts adds up to the whole. */
class AnyDocumentTest {
  private static final RoundingUnit CENT = RoundingUnit.decimals(2);
  private static final List<String> RATES = List.of("0", "5.5", "7", "19", "33.3333");

  @Property(tries = 300)
  void linesAddUpToGroupsAndGroupsToTotals(
      @ForAll("lines") List<TaxableLine> lines,
      @ForAll TaxRounding rounding,
      @ForAll @LongRange(max = 500) long discount) {
    BigDecimal off = BigDecimal.valueOf(discount, 2);
    TaxedDocument document = CalculateTax.by(rounding, CENT).less(off).of(lines);
    assertThat(sum(document.lines(), TaxedDocument.Line::net)).isEqualByComparingTo(document.net());
    assertThat(sum(document.lines(), TaxedDocument.Line::tax)).isEqualByComparingTo(document.tax());
    assertThat(sum(document.lines(), TaxedDocument.Line::discount)).isEqualByComparingTo(off);
    assertThat(document.gross()).isEqualByComparingTo(document.net().add(document.tax()));
    assertThat(document.net().add(off)).isEqualByComparingTo(document.lineTotal());
  }

  @Property(tries = 300)
  void aPriceWithTaxWithinIsKept(
      @ForAll("lines") List<TaxableLine> lines, @ForAll TaxRounding rounding) {
    List<TaxableLine> inside =
        lines.stream()
            .map(l -> TaxableLine.of(l.quantity(), l.price(), l.treatment().within()))
            .toList();
    TaxedDocument document = CalculateTax.by(rounding, CENT).of(inside);
    assertThat(document.gross()).isEqualByComparingTo(document.lineTotal());
  }

  @Property(tries = 300)
  void theNetAmountWithinAPriceComesBackWithinACent(
      @ForAll @LongRange(min = 1, max = 10_000_000) long cents) {
    TaxTreatment rate = TaxTreatment.standard("19", new BigDecimal("19"));
    BigDecimal price = BigDecimal.valueOf(cents, 2);
    BigDecimal net = one(price, rate.within()).net();
    assertThat(one(net, rate).gross().subtract(price).abs())
        .isLessThanOrEqualTo(new BigDecimal("0.01"));
  }

  @Property(tries = 300)
  void aCreditNoteMirrorsItsInvoice(
      @ForAll("lines") List<TaxableLine> lines, @ForAll TaxRounding rounding) {
    List<TaxableLine> back =
        lines.stream()
            .map(l -> TaxableLine.of(l.quantity().negate(), l.price(), l.treatment()))
            .toList();
    CalculateTax calculate = CalculateTax.by(rounding, CENT);
    assertThat(calculate.of(back).gross())
        .isEqualByComparingTo(calculate.of(lines).gross().negate());
    assertThat(calculate.of(back).tax()).isEqualByComparingTo(calculate.of(lines).tax().negate());
  }

  @Property(tries = 300)
  void roundedForTheDocumentNoRateIsOffByMoreThanHalfACent(
      @ForAll("lines") List<TaxableLine> lines) {
    TaxedDocument document = CalculateTax.by(TaxRounding.DOCUMENT, CENT).of(lines);
    document
        .groups()
        .forEach(
            group ->
                assertThat(
                        group
                            .taxable()
                            .multiply(group.treatment().components().get(0).value())
                            .movePointLeft(2)
                            .subtract(group.tax())
                            .abs())
                    .isLessThanOrEqualTo(new BigDecimal("0.005")));
  }

  @Property(tries = 300)
  void paymentsInAnyPartsMakeAllTheTaxDue(@ForAll("parts") List<Long> parts) {
    BigDecimal gross = BigDecimal.valueOf(parts.stream().mapToLong(Long::longValue).sum(), 2);
    OwedTax owed = new OwedTax(CENT.round(gross.multiply(new BigDecimal("0.16"))), gross);
    BigDecimal settled = BigDecimal.ZERO;
    BigDecimal due = BigDecimal.ZERO;
    for (long part : parts) {
      BigDecimal paid = BigDecimal.valueOf(part, 2);
      BigDecimal now = owed.due(settled, paid, CENT);
      assertThat(now).isNotNegative();
      due = due.add(now);
      settled = settled.add(paid);
    }
    assertThat(due).isEqualByComparingTo(owed.part());
  }

  @Provide
  Arbitrary<List<TaxableLine>> lines() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 500),
            Arbitraries.longs().between(1, 9_999_999),
            Arbitraries.of(RATES))
        .as(
            (quantity, price, rate) ->
                TaxableLine.of(
                    BigDecimal.valueOf(quantity),
                    BigDecimal.valueOf(price, 4),
                    TaxTreatment.standard(rate, new BigDecimal(rate))))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<Long>> parts() {
    return Arbitraries.longs().between(1, 50_000).list().ofMinSize(1).ofMaxSize(30);
  }

  private static TaxedDocument one(BigDecimal price, TaxTreatment treatment) {
    return CalculateTax.by(TaxRounding.LINE, CENT)
        .of(List.of(TaxableLine.of(BigDecimal.ONE, price, treatment)));
  }

  private static <T> BigDecimal sum(List<T> rows, Function<T, BigDecimal> amount) {
    return rows.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
