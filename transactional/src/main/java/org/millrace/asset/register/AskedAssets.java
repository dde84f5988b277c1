package org.millrace.asset.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.asset.Acquisition;
import org.millrace.asset.depreciation.Convention;
import org.millrace.asset.depreciation.DepreciationMethod;
import org.millrace.asset.depreciation.DepreciationPeriod;
import org.millrace.asset.depreciation.DepreciationTerms;
import org.millrace.asset.depreciation.LifeUnit;
import org.millrace.asset.depreciation.YearEnd;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;

/** Reads what people say of an asset that they acquire; what they leave out has a usual value. */
final class AskedAssets {
  /** The name of the book that is posted where none is given. */
  private static final String MAIN = "main";

  private final Companies companies;
  private final KeepAssets keep;

  AskedAssets(Companies companies, KeepAssets keep) {
    this.companies = companies;
    this.keep = keep;
  }

  /**
   * An asset and how it is depreciated in the book that is posted; further books say what is
   * otherwise there. Where no life is given the first of the books is the one that is posted.
   */
  record Acquiring(
      String name,
      @Amount BigDecimal cost,
      Optional<LocalDate> acquiredOn,
      Optional<DepreciationMethod> method,
      Optional<Quantity> life,
      Optional<LifeUnit> lifeUnit,
      @Amount Optional<BigDecimal> residual,
      Optional<Convention> convention,
      Optional<DepreciationPeriod> period,
      Optional<YearEnd> yearEnd,
      Optional<String> book,
      @Amount Optional<BigDecimal> openingDepreciation,
      Optional<LocalDate> openingThrough,
      Optional<List<AcquiringBook>> books,
      Optional<Boolean> confirmed) {
    private AcquiringBook first() {
      return new AcquiringBook(
          Optional.of(book.orElse(MAIN)),
          method,
          life,
          lifeUnit,
          residual,
          convention,
          period,
          yearEnd,
          openingDepreciation);
    }
  }

  /** How an asset is depreciated in one book. */
  record AcquiringBook(
      Optional<String> name,
      Optional<DepreciationMethod> method,
      Optional<Quantity> life,
      Optional<LifeUnit> lifeUnit,
      @Amount Optional<BigDecimal> residual,
      Optional<Convention> convention,
      Optional<DepreciationPeriod> period,
      Optional<YearEnd> yearEnd,
      @Amount Optional<BigDecimal> openingDepreciation) {
    /** Says for itself what it says, and the rest as another book does. */
    private AcquiringBook orAs(AcquiringBook other) {
      return new AcquiringBook(
          name,
          method.or(other::method),
          life.or(other::life),
          lifeUnit.or(other::lifeUnit),
          residual.or(other::residual),
          convention.or(other::convention),
          period.or(other::period),
          yearEnd.or(() -> period.isPresent() ? Optional.empty() : other.yearEnd()),
          openingDepreciation);
    }

    private Acquisition.NewBook in(Company company) {
      Currency currency = company.currency();
      DepreciationMethod by = method.orElse(DepreciationMethod.STRAIGHT_LINE);
      LifeUnit unit =
          by == DepreciationMethod.UNITS_OF_PRODUCTION ? LifeUnit.UNITS : LifeUnit.MONTHS;
      DepreciationPeriod usual =
          yearEnd.isPresent() ? DepreciationPeriod.YEAR : DepreciationPeriod.MONTH;
      DepreciationPeriod runs = period.orElse(usual);
      Optional<YearEnd> end =
          yearEnd.or(
              () ->
                  runs == DepreciationPeriod.YEAR
                      ? Optional.of(YearEnd.before(company.fiscalYearStartMonth()))
                      : Optional.empty());
      return new Acquisition.NewBook(
          name.orElse(MAIN),
          new DepreciationTerms(
              by,
              life.orElseThrow(AskedAssets::withoutLife),
              lifeUnit.orElse(unit),
              Money.of(residual.orElse(BigDecimal.ZERO), currency),
              convention.orElse(Convention.FULL_MONTH),
              runs,
              end),
          openingDepreciation.map(amount -> Money.of(amount, currency)));
    }
  }

  private static RuntimeException withoutLife() {
    return new Problems()
        .add("life", "", "the useful life")
        .refused("The asset cannot be acquired so");
  }

  Acquisition acquisition(CompanyCode company, Acquiring acquiring) {
    Company books = companies.named(company);
    List<AcquiringBook> asked = new ArrayList<>();
    acquiring.life().ifPresent(unused -> asked.add(acquiring.first()));
    acquiring.books().ifPresent(asked::addAll);
    if (asked.isEmpty()) {
      throw withoutLife();
    }
    AcquiringBook usual = asked.get(0).orAs(acquiring.first());
    boolean confirmed = acquiring.confirmed().orElse(false);
    return new Acquisition(
        acquiring.name(),
        keep.day(company, new KeepAssets.Day("acquiredOn", acquiring.acquiredOn(), confirmed)),
        Money.of(acquiring.cost(), books.currency()),
        asked.stream().map(book -> book.orAs(usual).in(books)).toList(),
        acquiring.openingThrough());
  }
}
