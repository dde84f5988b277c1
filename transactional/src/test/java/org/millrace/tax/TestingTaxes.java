package org.millrace.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;

/** Tax codes and the register of what became due, kept in memory. */
public final class TestingTaxes implements Taxes, TaxRegister {
  private final Map<TaxCodeName, TaxCode> codes = new TreeMap<>();
  private final List<TaxEntry> entries = new ArrayList<>();

  /** With a code of one rate, charged by the seller and owed at that point. */
  public TestingTaxes with(String code, String rate, TaxPoint point) {
    return with(code, rate, point, TaxCategory.STANDARD, 100);
  }

  /** With a code of one rate of any kind. */
  public TestingTaxes with(
      String code, String rate, TaxPoint point, TaxCategory category, int deductible) {
    TaxCodeName name = new TaxCodeName(code);
    codes.put(
        name,
        new TaxCode(
            name,
            code,
            category,
            Optional.of("As agreed"),
            point,
            BigDecimal.valueOf(deductible),
            List.of(
                new TaxCode.Rate(
                    1,
                    LocalDate.EPOCH,
                    TaxComponent.Basis.PERCENT,
                    new BigDecimal(rate),
                    false,
                    false))));
    return this;
  }

  /** What became due, as side, code, base and tax. */
  public List<String> due() {
    return entries.stream()
        .map(
            entry ->
                "%s %s %s %s"
                    .formatted(
                        entry.side(), entry.code(), entry.base().amount(), entry.tax().amount()))
        .toList();
  }

  @Override
  public TaxRules rules(CompanyCode company, Collection<TaxCodeName> named) {
    return new TaxRules(TaxRounding.DOCUMENT, Optional.empty(), codes);
  }

  @Override
  public void add(CompanyCode company, List<TaxEntry> more) {
    entries.addAll(more);
  }

  @Override
  public void reverse(CompanyCode company, DocumentRef document, DocumentRef by, LocalDate day) {
    entries.addAll(
        entries.stream()
            .filter(entry -> entry.document().equals(document))
            .map(entry -> entry.reversed(by, day))
            .toList());
  }
}
