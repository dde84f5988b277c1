package org.millrace.asset;

import java.util.Optional;
import org.millrace.asset.depreciation.Convention;
import org.millrace.asset.depreciation.DepreciationMethod;
import org.millrace.asset.depreciation.DepreciationPeriod;
import org.millrace.asset.depreciation.DepreciationPlan;
import org.millrace.asset.depreciation.DepreciationTerms;
import org.millrace.asset.depreciation.LifeUnit;
import org.millrace.asset.depreciation.YearEnd;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * An asset in one book, such as IFRS or tax: its terms, and what it is worth there. The first book
 * of an asset is posted to the ledger.
 *
 * @param initialLife the life at acquisition; {@code life} is that of now
 * @param initialResidual the residual value at acquisition
 * @param openingDepreciation what was depreciated before the asset was taken over into these books
 * @param gain price of the disposal less book value, below 0 for a loss
 */
public record AssetBook(
    int line,
    String name,
    DepreciationMethod method,
    Quantity life,
    LifeUnit lifeUnit,
    Money residual,
    Convention convention,
    DepreciationPeriod period,
    Optional<YearEnd> yearEnd,
    Quantity initialLife,
    Money initialResidual,
    Money openingDepreciation,
    @Sensitive Money cost,
    Money accumulatedDepreciation,
    Money bookValue,
    Optional<Money> gain) {

  /** A book of an asset just acquired. */
  static AssetBook of(int line, String name, Money openingDepreciation, DepreciationPlan plan) {
    DepreciationTerms terms = plan.terms();
    return of(line, name, openingDepreciation, terms, plan, Optional.empty());
  }

  /** The same with the figures of its plan. */
  AssetBook as(DepreciationPlan plan) {
    return of(line, name, openingDepreciation, initialTerms(), plan, Optional.empty());
  }

  /** The same after the asset was disposed of for a price. */
  AssetBook disposed(DepreciationPlan plan, Money price) {
    Optional<Money> difference = Optional.of(price.minus(plan.bookValue()));
    return of(line, name, openingDepreciation, initialTerms(), plan, difference);
  }

  private static AssetBook of(
      int line,
      String name,
      Money openingDepreciation,
      DepreciationTerms initial,
      DepreciationPlan plan,
      Optional<Money> gain) {
    DepreciationTerms terms = plan.terms();
    return new AssetBook(
        line,
        name,
        terms.method(),
        terms.life(),
        terms.lifeUnit(),
        terms.residual(),
        terms.convention(),
        terms.period(),
        terms.yearEnd(),
        initial.life(),
        initial.residual(),
        openingDepreciation,
        plan.cost(),
        plan.accumulated(),
        plan.bookValue(),
        gain);
  }

  /** How it was to be depreciated when it was acquired. */
  DepreciationTerms initialTerms() {
    return new DepreciationTerms(
        method, initialLife, lifeUnit, initialResidual, convention, period, yearEnd);
  }
}
