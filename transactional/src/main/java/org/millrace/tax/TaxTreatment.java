package org.millrace.tax;

import java.math.BigDecimal;
import java.util.List;

/**
 * How one line is taxed: lines of equal treatment are taxed together. The deductible percentage
 * says how much of the tax a buyer gets back; the rest is cost.
 */
public record TaxTreatment(
    String code,
    TaxCategory category,
    List<TaxComponent> components,
    BigDecimal deductiblePercent) {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** No tax at all, as documents without a tax code have it. */
  public static final TaxTreatment NONE =
      new TaxTreatment("", TaxCategory.OUT_OF_SCOPE, List.of(), ALL);

  public TaxTreatment {
    components = List.copyOf(components);
  }

  /** One rate, charged by the seller and deductible in full. */
  public static TaxTreatment standard(String code, BigDecimal rate) {
    return of(code, TaxCategory.STANDARD, List.of(TaxComponent.percent(rate)));
  }

  /** Some taxes of a category, deductible in full. */
  public static TaxTreatment of(String code, TaxCategory category, List<TaxComponent> components) {
    return new TaxTreatment(code, category, components, ALL);
  }

  /** The same, of which a buyer gets so much back. */
  public TaxTreatment deductible(BigDecimal percent) {
    return new TaxTreatment(code, category, components, percent);
  }

  /** The same for prices that have the taxes within. */
  public TaxTreatment within() {
    return new TaxTreatment(
        code, category, components.stream().map(TaxComponent::within).toList(), deductiblePercent);
  }
}
