package org.millrace.tax.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millrace.shared.Refused;
import org.millrace.tax.TaxCategory;
import org.millrace.tax.TaxRounding;
import org.millrace.tax.TaxTerms;
import org.millrace.tax.TaxTreatment;

class CalculateTaxTest {
  private static final RoundingUnit CENT = RoundingUnit.decimals(2);
  private static final TaxTreatment FULL = TaxTreatment.standard("19", new BigDecimal("19"));
  private static final TaxTreatment HALF = TaxTreatment.standard("7", new BigDecimal("7"));
  private static final TaxTreatment REVERSE =
      TaxTreatment.of("RC", TaxCategory.REVERSE_CHARGE, FULL.components());

  @Test
  void roundsThreeSmallLinesByLineOrByDocument() {
    List<TaxableLine> lines = List.of(line("0.33", FULL), line("0.33", FULL), line("0.33", FULL));
    assertThat(CalculateTax.by(TaxRounding.LINE, CENT).of(lines).tax())
        .isEqualByComparingTo("0.18");
    TaxedDocument document = CalculateTax.by(TaxRounding.DOCUMENT, CENT).of(lines);
    assertThat(document.tax()).isEqualByComparingTo("0.19");
    assertThat(document.lines().stream().map(TaxedDocument.Line::tax))
        .containsExactly(new BigDecimal("0.06"), new BigDecimal("0.07"), new BigDecimal("0.06"));
  }

  @Test
  void keepsTheOrderOfLinesOfMixedRates() {
    TaxedDocument document =
        CalculateTax.by(TaxRounding.DOCUMENT, CENT)
            .of(List.of(line("10", FULL), line("20", HALF), line("30", FULL)));
    assertThat(document.lines().stream().map(TaxedDocument.Line::net))
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(new BigDecimal("10"), new BigDecimal("20"), new BigDecimal("30"));
    assertThat(document.groups()).extracting(g -> g.treatment().code()).containsExactly("19", "7");
    assertThat(document.tax()).isEqualByComparingTo("9.00");
  }

  @Test
  void spreadsADiscountOfADocumentWithTaxWithinByGrossAmounts() {
    TaxedDocument document =
        CalculateTax.by(TaxRounding.DOCUMENT, CENT)
            .less(new BigDecimal("19.00"))
            .of(List.of(line("119", FULL.within())));
    assertThat(document.gross()).isEqualByComparingTo("100.00");
    assertThat(document.tax()).isEqualByComparingTo("15.97");
  }

  @Test
  void aBuyerOwesReverseChargeTaxAndPaysTheNetAmount() {
    TaxedDocument bill =
        CalculateTax.by(TaxRounding.DOCUMENT, CENT).of(List.of(line("1000", REVERSE)));
    assertThat(bill.gross()).isEqualByComparingTo("1000");
    BillTax tax = BillTax.of(bill, CENT);
    assertThat(tax.selfAssessed()).isEqualByComparingTo("190");
    assertThat(tax.input()).isEqualByComparingTo("190");
    assertThat(tax.cost()).isEqualByComparingTo("0");
  }

  @Test
  void halfDeductibleTaxIsHalfCost() {
    TaxedDocument bill =
        CalculateTax.by(TaxRounding.DOCUMENT, CENT)
            .of(List.of(line("100", FULL.deductible(new BigDecimal("50"))), line("100", FULL)));
    BillTax tax = BillTax.of(bill, new BigDecimal("38.04"), CENT);
    assertThat(tax.input()).isEqualByComparingTo("28.53");
    assertThat(tax.cost()).isEqualByComparingTo("9.51");
    assertThat(tax.difference()).isEqualByComparingTo("0.04");
  }

  @Test
  void roundsToTheStepOfTheCurrency() {
    assertThat(RoundingUnit.of(Currency.getInstance("JPY")).round(new BigDecimal("2.5")))
        .isEqualByComparingTo("3");
    assertThat(new RoundingUnit(new BigDecimal("0.05")).round(new BigDecimal("0.275")))
        .isEqualByComparingTo("0.30");
    assertThatThrownBy(() -> RoundingUnit.decimals(7))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("decimals is '7', expected a number from 0 to 6");
    assertThatThrownBy(() -> new RoundingUnit(BigDecimal.ZERO))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("step");
  }

  @Test
  void refusesADiscountForEarlyPaymentOfAll() {
    assertThatThrownBy(() -> new TaxTerms.Early(BigDecimal.valueOf(100), 10, TaxTerms.Mode.MIXED))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("percent is '100'");
  }

  private static TaxableLine line(String price, TaxTreatment treatment) {
    return TaxableLine.of(BigDecimal.ONE, new BigDecimal(price), treatment);
  }
}
