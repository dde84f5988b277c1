package org.millrace.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.shared.Refused;

class TaxCodeTest {
  @Test
  void hasTheRateOfTheDay() {
    TaxCode code =
        code(
            TaxCategory.STANDARD,
            List.of(rate(1, "2027-01-01", "21"), rate(1, "2011-01-04", "20")));
    assertThat(rates(code, "2026-12-31")).containsExactly("20");
    assertThat(rates(code, "2027-01-01")).containsExactly("21");
    assertThat(code.on(LocalDate.parse("2011-01-03"))).isEmpty();
  }

  @Test
  void hasEachComponentOfTheDay() {
    TaxCode code =
        code(
            TaxCategory.STANDARD,
            List.of(
                rate(2, "2020-01-01", "22"),
                rate(1, "2020-01-01", "4"),
                rate(1, "2025-01-01", "5")));
    assertThat(rates(code, "2024-06-01")).containsExactly("4", "22");
    assertThat(rates(code, "2025-06-01")).containsExactly("5", "22");
  }

  @Test
  void needsAReasonWhereNoTaxIsCharged() {
    assertThatThrownBy(() -> code(TaxCategory.EXEMPT, List.of()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("exemptionReason is 'none', expected why no tax is charged");
  }

  @Test
  void refusesTwoRatesOfOneDay() {
    assertThatThrownBy(
            () ->
                code(
                    TaxCategory.STANDARD,
                    List.of(rate(1, "2020-01-01", "4"), rate(1, "2020-01-01", "5"))))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("rates.validFrom");
    assertThatThrownBy(() -> rate(0, "2020-01-01", "4"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("component is '0', expected a number from 1 to 20");
  }

  private static List<String> rates(TaxCode code, String day) {
    return code.on(LocalDate.parse(day)).orElseThrow().components().stream()
        .map(component -> component.value().toPlainString())
        .toList();
  }

  private static TaxCode.Rate rate(int component, String from, String rate) {
    return new TaxCode.Rate(
        component,
        LocalDate.parse(from),
        TaxComponent.Basis.PERCENT,
        new BigDecimal(rate),
        false,
        false);
  }

  private static TaxCode code(TaxCategory category, List<TaxCode.Rate> rates) {
    return new TaxCode(
        new TaxCodeName("VAT"),
        "VAT",
        category,
        Optional.empty(),
        TaxPoint.INVOICE,
        BigDecimal.valueOf(100),
        rates);
  }
}
