package org.millrace.asset.depreciation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;

/**
 * The depreciation of one asset in one book: what is booked and what is to come. Each charge is
 * rounded half up, the last one takes the rest; nothing falls below the residual value. A change of
 * cost, life or residual value is prospective (IAS 16.51, IAS 8.36): what is booked stays, the rest
 * is spread over what is left of the life. 1,000 with a residual value of 100 over 24 months loses
 * 37.50 a month.
 */
public final class DepreciationPlan {
  private static final int UNIT_DECIMALS = 6;
  private static final long TWICE = 2;

  private final LocalDate acquiredOn;
  private final DepreciationTerms terms;
  private final Figures figures;
  private final Basis basis;
  private final Progress progress;
  private final List<Charge> booked;

  private record Figures(Money cost, Money accumulated) {
    Money bookValue() {
      return cost.minus(accumulated);
    }
  }

  /** What is to be spread, and how much of the life was over when that was settled. */
  private record Basis(Money amount, Fraction from) {}

  /**
   * How far it is depreciated.
   *
   * @param over how much of the life, in months or units
   * @param stepValue the book value at the start of the running step of a declining method
   */
  private record Progress(LocalDate through, Fraction over, Money stepValue) {}

  private DepreciationPlan(
      LocalDate acquiredOn,
      DepreciationTerms terms,
      Figures figures,
      Basis basis,
      Progress progress,
      List<Charge> booked) {
    this.acquiredOn = acquiredOn;
    this.terms = terms;
    this.figures = figures;
    this.basis = basis;
    this.progress = progress;
    this.booked = List.copyOf(booked);
  }

  /** The plan of what is acquired new. */
  public static DepreciationPlan of(DepreciationTerms terms, LocalDate acquiredOn, Money cost) {
    Figures figures = new Figures(cost, Money.zero(cost.currency()));
    return new DepreciationPlan(
        acquiredOn,
        terms,
        figures,
        basis(terms, figures, Fraction.ZERO),
        new Progress(acquiredOn.minusDays(1), Fraction.ZERO, cost),
        List.of());
  }

  private static Basis basis(DepreciationTerms terms, Figures figures, Fraction over) {
    Money zero = Money.zero(figures.cost().currency());
    Money rest = figures.bookValue().minus(terms.residual());
    return new Basis(rest.isNegative() ? zero : rest, over);
  }

  /** The plan of what was acquired and depreciated elsewhere, through that day. */
  public DepreciationPlan opened(Money accumulated, LocalDate through) {
    return settled(terms, new Figures(figures.cost(), accumulated), through, over(terms, through));
  }

  /** With the charges of all periods that end by that day. */
  public DepreciationPlan through(LocalDate day) {
    DepreciationPlan plan = this;
    Optional<LocalDate> end = plan.nextEnd();
    while (end.isPresent() && !end.get().isAfter(day)) {
      plan = plan.charged(end.get());
      end = plan.nextEnd();
    }
    return plan;
  }

  /** The same with what of the running period is over by that day. */
  public DepreciationPlan cut(LocalDate day) {
    DepreciationPlan plan = through(day);
    LocalDate last = terms.convention().whole(day);
    boolean isFurther = !terms.isByUnits() && over(terms, last).compareTo(plan.progress.over()) > 0;
    return isFurther ? plan.charged(last) : plan;
  }

  /** With all that is lost until it is disposed of on that day. */
  public DepreciationPlan disposed(LocalDate day) {
    return cut(terms.convention().lastDayOfUse(day));
  }

  /** Depreciated from a cost that is corrected, or grows by what is added to the asset. */
  public DepreciationPlan costing(Money cost) {
    return settled(new Figures(cost, figures.accumulated()));
  }

  /** Restated to its fair value; what was lost is eliminated against the cost (IAS 16.35b). */
  public DepreciationPlan revalued(Money fairValue) {
    return settled(new Figures(fairValue, Money.zero(fairValue.currency())));
  }

  /**
   * With another useful life, counted from the acquisition.
   *
   * @throws org.millrace.shared.Refused when it is over already
   */
  public DepreciationPlan lasting(Quantity life) {
    DepreciationTerms changed = terms.lasting(life);
    Fraction over = terms.isByUnits() ? progress.over() : over(changed, progress.through());
    boolean isLeft = over.compareTo(whole(changed)) < 0;
    new Problems()
        .require(isLeft, "life", life, "longer than what of it is depreciated")
        .refuse("The life cannot be changed so");
    return settled(changed, figures, progress.through(), over);
  }

  /** With another residual value. */
  public DepreciationPlan leaving(Money residual) {
    return settled(terms.leaving(residual), figures, progress.through(), progress.over());
  }

  private DepreciationPlan settled(Figures now) {
    return settled(terms, now, progress.through(), progress.over());
  }

  private DepreciationPlan settled(
      DepreciationTerms now, Figures changed, LocalDate through, Fraction over) {
    return new DepreciationPlan(
        acquiredOn,
        now,
        changed,
        basis(now, changed, over),
        new Progress(through, over, changed.bookValue()),
        booked);
  }

  /** With the charge for units that were made by that day. */
  public DepreciationPlan used(Quantity units, LocalDate day) {
    Fraction over = progress.over().plus(Fraction.of(units.value()));
    Fraction left = whole(terms).minus(basis.from());
    Money amount =
        over.compareTo(whole(terms)) >= 0
            ? left()
            : share(Fraction.of(units.value()).dividedBy(left));
    LocalDate last = day.isAfter(progress.through()) ? day : progress.through();
    return charged(day, amount, new Progress(last, over, progress.stepValue()));
  }

  private Optional<LocalDate> nextEnd() {
    if (terms.isByUnits() || progress.over().compareTo(whole(terms)) >= 0) {
      return Optional.empty();
    }
    LocalDate end = terms.periodEnd(progress.through().plusDays(1));
    while (over(terms, end).compareTo(progress.over()) <= 0) {
      end = terms.periodEnd(end.plusDays(1));
    }
    LocalDate afterLife = start().plusMonths(terms.months());
    return Optional.of(end.isAfter(afterLife) ? afterLife : end);
  }

  private DepreciationPlan charged(LocalDate end) {
    Fraction over = over(terms, end);
    Money amount = over.compareTo(whole(terms)) >= 0 ? left() : amount(over);
    Money after = figures.bookValue().minus(amount);
    boolean isNextStep = step(over) > step(progress.over());
    return charged(end, amount, new Progress(end, over, isNextStep ? after : progress.stepValue()));
  }

  private DepreciationPlan charged(LocalDate date, Money amount, Progress now) {
    Figures after = new Figures(figures.cost(), figures.accumulated().plus(amount));
    List<Charge> more = new ArrayList<>(booked);
    more.add(new Charge(date, amount, after.accumulated(), after.bookValue()));
    return new DepreciationPlan(acquiredOn, terms, after, basis, now, more);
  }

  private long step(Fraction over) {
    return over.dividedBy(Fraction.of(terms.step(), 1)).floor();
  }

  private Money amount(Fraction over) {
    Fraction length = over.minus(progress.over());
    return switch (terms.method()) {
      case STRAIGHT_LINE -> share(length.dividedBy(whole(terms).minus(basis.from())));
      case SUM_OF_YEARS_DIGITS ->
          share(
              digits(over)
                  .minus(digits(progress.over()))
                  .dividedBy(digits(whole(terms)).minus(digits(basis.from()))));
      case DOUBLE_DECLINING -> most(length.times(TWICE).dividedBy(whole(terms)).of(declining()));
      case UNITS_OF_PRODUCTION -> throw new IllegalStateException("It is charged by its use");
    };
  }

  private Money share(Fraction part) {
    return most(part.of(basis.amount()));
  }

  private Money most(Money amount) {
    return amount.compareTo(left()) > 0 ? left() : amount;
  }

  /** What can still be lost. */
  private Money left() {
    return basis(terms, figures, progress.over()).amount();
  }

  /** Months of one year decline together, other periods one after the other. */
  private Money declining() {
    boolean isByYear = terms.step() > 1 && terms.period() == DepreciationPeriod.MONTH;
    return isByYear ? progress.stepValue() : figures.bookValue();
  }

  /**
   * The digits of the steps that are over: 4 + 3 / 2 after a year and a half of 4 years.
   *
   * <p>With n steps, k of them over and the fraction f of the next: k n - k (k - 1) / 2 + f (n -
   * k).
   */
  private Fraction digits(Fraction over) {
    Fraction step = Fraction.of(terms.step(), 1);
    Fraction steps = whole(terms).dividedBy(step);
    Fraction gone = over.dividedBy(step);
    long full = gone.floor();
    Fraction running = gone.minus(Fraction.of(full, 1)).times(steps.minus(Fraction.of(full, 1)));
    return steps.times(full).minus(Fraction.of(full * (full - 1), 2)).plus(running);
  }

  private LocalDate start() {
    return terms.convention().start(acquiredOn);
  }

  private Fraction over(DepreciationTerms of, LocalDate day) {
    return of.isByUnits() ? progress.over() : of.convention().elapsed(start(), day, of.months());
  }

  private static Fraction whole(DepreciationTerms of) {
    return of.isByUnits() ? Fraction.of(of.life().value()) : Fraction.of(of.months(), 1);
  }

  /** The charges until now. */
  public List<Charge> booked() {
    return booked;
  }

  /** The charges that are still to come. */
  public List<Charge> coming() {
    List<Charge> all = through(LocalDate.MAX).booked;
    return all.subList(booked.size(), all.size());
  }

  /** What one unit costs of an asset that is depreciated by units, to 6 decimals. */
  public Optional<BigDecimal> perUnit() {
    if (!terms.isByUnits()) {
      return Optional.empty();
    }
    Fraction left = whole(terms).minus(basis.from());
    Fraction each = Fraction.of(basis.amount().amount()).dividedBy(left);
    return Optional.of(
        new BigDecimal(each.upper())
            .divide(new BigDecimal(each.lower()), UNIT_DECIMALS, RoundingMode.HALF_UP)
            .stripTrailingZeros());
  }

  public DepreciationTerms terms() {
    return terms;
  }

  /** What it cost, or the fair value to which it was restated. */
  public Money cost() {
    return figures.cost();
  }

  /** All that it lost. */
  public Money accumulated() {
    return figures.accumulated();
  }

  /** Cost less accumulated depreciation. */
  public Money bookValue() {
    return figures.bookValue();
  }

  /** Through which day it is depreciated; the day before the acquisition when it is not. */
  public LocalDate depreciatedThrough() {
    return progress.through();
  }
}
