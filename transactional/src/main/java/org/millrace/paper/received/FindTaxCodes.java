package org.millrace.paper.received;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.shared.CompanyCode;
import org.millrace.tax.TaxCategory;
import org.millrace.tax.TaxCode;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxComponent;
import org.millrace.tax.TaxTreatment;

/** Finds the tax code of ours that taxes as a line of an electronic invoice says it is taxed. */
final class FindTaxCodes {
  private final Documents<TaxCode> codes;

  FindTaxCodes(Documents<TaxCode> codes) {
    this.codes = codes;
  }

  /** The first by its code of those with that category and rate in percent on that day. */
  Optional<TaxCodeName> find(
      CompanyCode company, String category, Optional<BigDecimal> rate, LocalDate day) {
    return Stream.of(TaxCategory.values())
        .filter(one -> one.code().equals(category))
        .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .flatMap(word -> codes.having(company, Map.of("category", word)).stream())
        .map(Versioned::document)
        .filter(code -> code.on(day).filter(on -> isRate(on, rate)).isPresent())
        .map(TaxCode::code)
        .findFirst();
  }

  private static boolean isRate(TaxTreatment treatment, Optional<BigDecimal> rate) {
    BigDecimal said = rate.orElse(BigDecimal.ZERO);
    List<TaxComponent> components = treatment.components();
    if (components.isEmpty() || !treatment.category().isCharged()) {
      return said.signum() == 0;
    }
    return components.size() == 1
        && components.get(0).basis() == TaxComponent.Basis.PERCENT
        && components.get(0).value().compareTo(said) == 0;
  }
}
