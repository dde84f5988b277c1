package org.millrace.asset;

import java.time.LocalDate;
import java.util.Optional;
import org.millrace.asset.depreciation.DepreciationMethod;
import org.millrace.asset.depreciation.DepreciationPlan;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * Something that changed how an asset is depreciated from that day on, or a use of it.
 *
 * @param depreciatedThrough through which day depreciation was booked before
 * @param book the book it concerns, where that is one alone
 * @param addedCost what was capitalised later
 * @param newCost what the cost is corrected to
 * @param fairValue what the asset was restated to in the first book
 * @param units what was made with it
 */
public record AssetChange(
    int line,
    LocalDate date,
    Optional<LocalDate> depreciatedThrough,
    Optional<String> book,
    @Sensitive Optional<Money> addedCost,
    @Sensitive Optional<Money> newCost,
    Optional<Money> fairValue,
    Optional<Quantity> units,
    Optional<Quantity> life,
    Optional<Money> residual) {

  /** What is changed; all else stays. */
  public record Values(
      Optional<String> book,
      Optional<Money> addedCost,
      Optional<Money> newCost,
      Optional<Money> fairValue,
      Optional<Quantity> units,
      Optional<Quantity> life,
      Optional<Money> residual) {
    private static final Values NONE =
        new Values(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Later cost. */
    public static Values adding(Money cost) {
      return new Values(
          NONE.book,
          Optional.of(cost),
          NONE.newCost,
          NONE.fairValue,
          NONE.units,
          NONE.life,
          NONE.residual);
    }

    /** A corrected cost. */
    public static Values costing(Money cost) {
      return new Values(
          NONE.book,
          NONE.addedCost,
          Optional.of(cost),
          NONE.fairValue,
          NONE.units,
          NONE.life,
          NONE.residual);
    }

    /** A fair value. */
    public static Values worth(Money fairValue) {
      return new Values(
          NONE.book,
          NONE.addedCost,
          NONE.newCost,
          Optional.of(fairValue),
          NONE.units,
          NONE.life,
          NONE.residual);
    }

    /** Units that were made. */
    public static Values using(Quantity units) {
      return new Values(
          NONE.book,
          NONE.addedCost,
          NONE.newCost,
          NONE.fairValue,
          Optional.of(units),
          NONE.life,
          NONE.residual);
    }

    /** Another life, another residual value, or both, of one book. */
    public static Values estimating(
        String book, Optional<Quantity> life, Optional<Money> residual) {
      return new Values(
          Optional.of(book),
          NONE.addedCost,
          NONE.newCost,
          NONE.fairValue,
          NONE.units,
          life,
          residual);
    }
  }

  static AssetChange of(
      int line, LocalDate date, Optional<LocalDate> depreciatedThrough, Values values) {
    return new AssetChange(
        line,
        date,
        depreciatedThrough,
        values.book(),
        values.addedCost(),
        values.newCost(),
        values.fairValue(),
        values.units(),
        values.life(),
        values.residual());
  }

  /** The plan of a book after it, charged with all that is over before. */
  DepreciationPlan applied(AssetBook to, DepreciationPlan plan) {
    if (units.isPresent()) {
      return plan.terms().method() == DepreciationMethod.UNITS_OF_PRODUCTION
          ? plan.used(units.get(), date)
          : plan;
    }
    boolean isOther = book.isPresent() && !book.get().equals(to.name());
    boolean isFairValueElsewhere = fairValue.isPresent() && to.line() > 1;
    return isOther || isFairValueElsewhere ? plan : changed(plan);
  }

  private DepreciationPlan changed(DepreciationPlan before) {
    DepreciationPlan plan = before;
    plan = addedCost.map(plan.cost()::plus).map(plan::costing).orElse(plan);
    plan = newCost.map(plan::costing).orElse(plan);
    plan = fairValue.map(plan::revalued).orElse(plan);
    plan = residual.map(plan::leaving).orElse(plan);
    return life.map(plan::lasting).orElse(plan);
  }

  /** The last day before it that depreciation is charged through; none for a use. */
  DepreciationPlan until(DepreciationPlan plan) {
    DepreciationPlan before = depreciatedThrough.map(plan::through).orElse(plan);
    return units.isPresent() ? before : before.cut(date.minusDays(1));
  }
}
