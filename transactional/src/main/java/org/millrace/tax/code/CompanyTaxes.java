package org.millrace.tax.code;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.shared.CompanyCode;
import org.millrace.tax.TaxCode;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxRules;
import org.millrace.tax.TaxSettings;
import org.millrace.tax.Taxes;
import org.millrace.tax.settings.CompanyTaxSettings;

/** Finds the tax codes that documents name, and how their company rounds. */
final class CompanyTaxes implements Taxes {
  private final Documents<TaxCode> codes;
  private final CompanyTaxSettings settings;

  CompanyTaxes(Documents<TaxCode> codes, CompanyTaxSettings settings) {
    this.codes = codes;
    this.settings = settings;
  }

  @Override
  public TaxRules rules(CompanyCode company, Collection<TaxCodeName> named) {
    if (named.isEmpty()) {
      return TaxRules.NONE;
    }
    Map<TaxCodeName, TaxCode> found =
        codes.find(company, Set.copyOf(named)).stream()
            .map(Versioned::document)
            .collect(Collectors.toMap(TaxCode::code, Function.identity()));
    TaxSettings set = settings.of(company);
    return new TaxRules(set.rounding(), set.roundTo(), found);
  }
}
