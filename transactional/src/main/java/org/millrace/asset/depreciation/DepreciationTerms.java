package org.millrace.asset.depreciation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;

/**
 * How an asset is depreciated in one book.
 *
 * @param life the useful life, counted in {@code lifeUnit} from the acquisition
 * @param residual what it will still be worth at the end, which is not depreciated
 * @param yearEnd the day on which a period of a year ends
 */
public record DepreciationTerms(
    DepreciationMethod method,
    Quantity life,
    LifeUnit lifeUnit,
    Money residual,
    Convention convention,
    DepreciationPeriod period,
    Optional<YearEnd> yearEnd) {
  /** No life is longer. */
  private static final int MOST_MONTHS = 1200;

  private static final int MONTHS_OF_YEAR = 12;

  public DepreciationTerms {
    boolean isByUnits = method == DepreciationMethod.UNITS_OF_PRODUCTION;
    boolean isInUnits = lifeUnit == LifeUnit.UNITS;
    Problems problems =
        new Problems()
            .require(
                isByUnits == isInUnits,
                "lifeUnit",
                lifeUnit,
                "units for the units of production, months or years for other methods")
            .require(!residual.isNegative(), "residual", residual, "0 or more")
            .require(
                yearEnd.isEmpty() || period == DepreciationPeriod.YEAR,
                "yearEnd",
                yearEnd.map(YearEnd::value).orElse(""),
                "none where depreciation is booked by month");
    requireLife(problems, life, lifeUnit);
    problems.refuse("The asset cannot be depreciated so");
  }

  private static void requireLife(Problems problems, Quantity life, LifeUnit unit) {
    if (unit == LifeUnit.UNITS) {
      problems.require(life.isPositive(), "life", life, "more than 0");
      return;
    }
    BigDecimal months =
        unit == LifeUnit.YEARS
            ? life.value().multiply(BigDecimal.valueOf(MONTHS_OF_YEAR))
            : life.value();
    problems.require(
        months.signum() > 0
            && months.compareTo(BigDecimal.valueOf(MOST_MONTHS)) <= 0
            && months.stripTrailingZeros().scale() <= 0,
        "life",
        life,
        "whole months, from 1 month to 100 years");
  }

  /** Whether what it loses depends on what is made with it, not on time. */
  boolean isByUnits() {
    return method == DepreciationMethod.UNITS_OF_PRODUCTION;
  }

  /** The months of its life, where that is counted in time. */
  int months() {
    BigDecimal factor = BigDecimal.valueOf(lifeUnit == LifeUnit.YEARS ? MONTHS_OF_YEAR : 1);
    return life.value().multiply(factor).intValueExact();
  }

  /** How many months one step of a method is that takes less each time. */
  int step() {
    boolean isByYear = lifeUnit == LifeUnit.YEARS || period == DepreciationPeriod.YEAR;
    return isByYear ? MONTHS_OF_YEAR : 1;
  }

  /** The first end of a period on that day or after it. */
  LocalDate periodEnd(LocalDate from) {
    return period == DepreciationPeriod.MONTH
        ? from.withDayOfMonth(from.lengthOfMonth())
        : yearEnd.orElse(YearEnd.DECEMBER).from(from);
  }

  /** The same with another life. */
  DepreciationTerms lasting(Quantity other) {
    return new DepreciationTerms(method, other, lifeUnit, residual, convention, period, yearEnd);
  }

  /** The same with another residual value. */
  DepreciationTerms leaving(Money other) {
    return new DepreciationTerms(method, life, lifeUnit, other, convention, period, yearEnd);
  }
}
