package org.millrace.tax.quote;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.UnitPrice;
import org.millrace.tax.TaxCategory;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxComponent;
import org.millrace.tax.TaxRounding;
import org.millrace.tax.TaxRules;
import org.millrace.tax.TaxTerms;
import org.millrace.tax.TaxTreatment;
import org.millrace.tax.Taxes;
import org.millrace.tax.calculation.CalculateTax;
import org.millrace.tax.calculation.EarlyPaymentDiscount;
import org.millrace.tax.calculation.RoundingUnit;
import org.millrace.tax.calculation.TaxableLine;
import org.millrace.tax.calculation.TaxedDocument;
import org.millrace.tax.settings.CompanyTaxSettings;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Works out the taxes of lines, as an invoice of them would have them; stores nothing. */
@RestController("taxCalculationsHttp")
class CalculationsHttp {
  private final Taxes taxes;
  private final CompanyTaxSettings settings;
  private final Companies companies;
  private final BusinessTime time;

  CalculationsHttp(
      Taxes taxes, CompanyTaxSettings settings, Companies companies, BusinessTime time) {
    this.taxes = taxes;
    this.settings = settings;
    this.companies = companies;
    this.time = time;
  }

  /**
   * Lines and what holds for all of them; where and to which step is rounded as the company and its
   * currency have it when nothing is said; today's rates when no date is.
   */
  record Asked(
      List<Line> lines,
      Optional<Boolean> pricesInclude,
      @Amount Optional<BigDecimal> documentDiscount,
      Optional<TaxTerms.Early> earlyPayment,
      Optional<TaxRounding> rounding,
      Optional<Integer> decimals,
      @Amount Optional<BigDecimal> roundTo,
      Optional<LocalDate> date) {}

  /** Taxed by a code, or by taxes that are named; prices are of so many units, 1 when not said. */
  record Line(
      Quantity quantity,
      @Amount BigDecimal price,
      Optional<Quantity> baseQuantity,
      Optional<BigDecimal> discountPercent,
      Optional<TaxCodeName> taxCode,
      Optional<TaxCategory> category,
      Optional<List<Named>> taxes) {
    Line {
      new Problems()
          .require(
              baseQuantity.map(Quantity::isPositive).orElse(true),
              "baseQuantity",
              baseQuantity.map(Quantity::toString).orElse(""),
              "more than 0")
          .require(
              discountPercent.map(off -> off.signum() >= 0).orElse(true),
              "discountPercent",
              discountPercent.map(BigDecimal::toPlainString).orElse(""),
              "0 or more")
          .refuse("The line cannot be used");
      UnitPrice.require(new Problems(), "price", price).refuse("The line cannot be used");
    }

    private TaxableLine taxable(TaxTreatment treatment) {
      return new TaxableLine(
          quantity.value(),
          price,
          baseQuantity.map(Quantity::value).orElse(BigDecimal.ONE),
          discountPercent.orElse(BigDecimal.ZERO),
          treatment);
    }
  }

  /**
   * A tax that is named by its rate: a percentage on top of the price when nothing else is said.
   */
  record Named(
      BigDecimal rate,
      Optional<TaxComponent.Basis> basis,
      Optional<Boolean> included,
      Optional<Boolean> joinsBase) {
    Named {
      new Problems()
          .require(rate.abs().compareTo(BigDecimal.valueOf(100)) < 0, "rate", rate, "below 100")
          .refuse("The rate cannot be used");
    }

    private TaxComponent component() {
      return new TaxComponent(
          basis.orElse(TaxComponent.Basis.PERCENT),
          rate,
          included.orElse(false),
          joinsBase.orElse(false));
    }
  }

  /** Amounts in the currency of the company. */
  record Calculated(
      List<LineAmounts> lines,
      List<RateAmounts> rates,
      @Amount BigDecimal lineTotal,
      @Amount BigDecimal discount,
      @Amount BigDecimal net,
      @Amount BigDecimal taxTotal,
      @Amount BigDecimal gross,
      @Amount Optional<BigDecimal> payEarly) {}

  /** Amount = as priced, after the line's own discount; net and taxes are after all discounts. */
  record LineAmounts(
      @Amount BigDecimal amount,
      @Amount BigDecimal discount,
      @Amount BigDecimal net,
      List<BigDecimal> taxes) {}

  /** Lines of one treatment together. */
  record RateAmounts(
      String code,
      TaxCategory category,
      @Amount BigDecimal base,
      @Amount BigDecimal discount,
      @Amount BigDecimal taxable,
      @Amount BigDecimal tax,
      @Amount BigDecimal selfAssessed,
      List<BigDecimal> taxes) {}

  @PostMapping("/api/companies/{company}/tax/calculations")
  @RequiresPermission("tax.read")
  Calculated calculate(@PathVariable CompanyCode company, @RequestBody Asked asked) {
    Company books = companies.named(company);
    LocalDate day = asked.date().orElseGet(() -> books.dayOf(time.occurredAt(Optional.empty())));
    RoundingUnit unit =
        asked
            .roundTo()
            .map(RoundingUnit::new)
            .or(() -> asked.decimals().map(RoundingUnit::decimals))
            .or(() -> settings.of(company).roundTo().map(RoundingUnit::new))
            .orElseGet(() -> RoundingUnit.of(books.currency()));
    TaxTerms terms =
        TaxTerms.of(asked.pricesInclude(), asked.documentDiscount(), asked.earlyPayment());
    TaxRounding rounding = asked.rounding().orElseGet(() -> settings.of(company).rounding());
    Optional<EarlyPaymentDiscount> early = terms.earlyPayment().map(EarlyPaymentDiscount::new);
    CalculateTax calculate =
        CalculateTax.by(rounding, unit).less(terms.documentDiscount().orElse(BigDecimal.ZERO));
    TaxedDocument document =
        early.map(calculate::with).orElse(calculate).of(lines(company, asked, day, terms));
    return answer(
        document, early.map(kept -> document.gross().subtract(kept.amount(document, unit))));
  }

  private List<TaxableLine> lines(CompanyCode company, Asked asked, LocalDate day, TaxTerms terms) {
    TaxRules rules =
        taxes.rules(
            company, asked.lines().stream().flatMap(line -> line.taxCode().stream()).toList());
    Problems problems = new Problems();
    problems.require(!asked.lines().isEmpty(), "lines", "none", "at least one line");
    List<TaxableLine> lines = new ArrayList<>(asked.lines().size());
    for (Line line : asked.lines()) {
      rules.require(line.taxCode(), day, "lines." + (lines.size() + 1) + ".taxCode", problems);
      TaxTreatment treatment =
          line.taxes()
              .map(
                  named ->
                      TaxTreatment.of(
                          "",
                          line.category().orElse(TaxCategory.STANDARD),
                          named.stream().map(Named::component).toList()))
              .orElseGet(() -> rules.treatment(line.taxCode(), day));
      lines.add(line.taxable(terms.pricesInclude() ? treatment.within() : treatment));
    }
    problems.refuse("The document cannot be taxed");
    return lines;
  }

  private static Calculated answer(TaxedDocument document, Optional<BigDecimal> payEarly) {
    return new Calculated(
        document.lines().stream()
            .map(l -> new LineAmounts(l.amount(), l.discount(), l.net(), l.taxes()))
            .toList(),
        document.groups().stream()
            .map(
                group ->
                    new RateAmounts(
                        group.treatment().code(),
                        group.treatment().category(),
                        group.base(),
                        group.discount(),
                        group.taxable(),
                        group.tax(),
                        group.selfAssessed(),
                        group.taxes()))
            .toList(),
        document.lineTotal(),
        document.discount(),
        document.net(),
        document.tax(),
        document.gross(),
        payEarly);
  }
}
