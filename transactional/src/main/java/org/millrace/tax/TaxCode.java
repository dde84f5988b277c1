package org.millrace.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.document.DocumentKind;
import org.millrace.shared.Code;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;

/**
 * How sales and purchases of one kind are taxed. The exemption reason is printed where no tax is
 * charged; the deductible percentage is what a buyer gets back of the tax, 0 to 100.
 */
public record TaxCode(
    TaxCodeName code,
    String name,
    TaxCategory category,
    Optional<String> exemptionReason,
    TaxPoint taxPoint,
    BigDecimal deductiblePercent,
    List<Rate> rates) {
  /** Stored in tax.tax_code, its rates in tax.tax_rate. */
  public static final DocumentKind<TaxCode> KIND =
      DocumentKind.of(TaxCode.class, "tax", "tax-code")
          .lines("rates", "tax.tax_rate", "code")
          .searched("code", "name")
          .changeable()
          .build();

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int MOST_DECIMALS = 6;
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000);

  public TaxCode {
    name = Code.checked("name", "tax code name", name, 200);
    exemptionReason = exemptionReason.map(why -> Code.checked("exemptionReason", why, 200));
    deductiblePercent = PlainNumber.of(deductiblePercent);
    rates = List.copyOf(rates);
    new Problems()
        .require(
            deductiblePercent.signum() >= 0 && deductiblePercent.compareTo(HUNDRED) <= 0,
            "deductiblePercent",
            deductiblePercent,
            "0 to 100")
        .require(
            !category.needsReason() || exemptionReason.isPresent(),
            "exemptionReason",
            "none",
            "why no tax is charged")
        .require(
            rates.stream().map(Rate::place).distinct().count() == rates.size(),
            "rates.validFrom",
            rates.stream().map(Rate::validFrom).toList(),
            "each day once for each component")
        .refuse("The tax code " + code + " cannot be used");
  }

  /**
   * A rate from a day on. A code has one component, or several that are taxes of their own: a fund
   * of 4 % that joins the base of a tax of 22 %. The measure is percent when nothing else is said.
   */
  public record Rate(
      int component,
      LocalDate validFrom,
      TaxComponent.Basis basis,
      BigDecimal rate,
      boolean included,
      boolean joinsBase) {
    public Rate {
      rate = PlainNumber.of(rate);
      new Problems()
          .require(
              component >= 1 && component <= 20, "component", component, "a number from 1 to 20")
          .require(
              rate.abs().compareTo(MOST) < 0 && rate.scale() <= MOST_DECIMALS,
              "rate",
              rate,
              "below 1000 with at most 6 decimals")
          .require(
              basis != TaxComponent.Basis.OF_GROSS || rate.abs().compareTo(HUNDRED) < 0,
              "rate",
              rate,
              "below 100 of the gross amount")
          .refuse("The rate cannot be used");
    }

    private String place() {
      return component + " " + validFrom;
    }

    private TaxComponent taxed() {
      return new TaxComponent(basis, rate, included, joinsBase);
    }
  }

  /** How a line of that day is taxed; empty when the code has no rate yet. */
  public Optional<TaxTreatment> on(LocalDate day) {
    Map<Integer, Rate> valid = new TreeMap<>();
    rates.stream()
        .filter(rate -> !rate.validFrom().isAfter(day))
        .sorted(Comparator.comparing(Rate::validFrom))
        .forEach(rate -> valid.put(rate.component(), rate));
    boolean isRated = !valid.isEmpty() || category.needsReason();
    return isRated
        ? Optional.of(
            new TaxTreatment(
                code.value(),
                category,
                valid.values().stream().map(Rate::taxed).toList(),
                deductiblePercent))
        : Optional.empty();
  }
}
