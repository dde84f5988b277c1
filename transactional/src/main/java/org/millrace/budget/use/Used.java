package org.millrace.budget.use;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.millrace.budget.Budget;
import org.millrace.budget.BudgetCode;
import org.millrace.budget.Excess;
import org.millrace.dimension.DimensionValue;
import org.millrace.ledger.AccountCode;
import org.millrace.shared.Money;

/** What is spent, committed and asked for of an account, a cost centre and a month. */
record Used(Place place, Money actual, Money committed, Money asked) {
  /** Where an amount belongs; of no cost centre where none is named. */
  record Place(AccountCode account, Optional<DimensionValue> costCentre, YearMonth month) {
    /** Whether a budget of a place covers it; one of no cost centre covers all. */
    private boolean isWithin(Place budget) {
      return account.equals(budget.account)
          && (budget.costCentre.isEmpty() || budget.costCentre.equals(costCentre));
    }
  }

  /** An amount of a budget, with the months that the budget has. */
  record Planned(
      BudgetCode budget,
      Budget.Control control,
      Budget.Span span,
      Place place,
      BigDecimal amount,
      YearMonth first,
      YearMonth last) {
    private boolean compares(YearMonth other, YearMonth with) {
      return switch (span) {
        case MONTH -> other.equals(with);
        case TO_DATE -> !other.isBefore(first) && !other.isAfter(with);
        case YEAR -> !other.isBefore(first) && !other.isAfter(last);
      };
    }
  }

  /**
   * Which budgets are exceeded by what is asked for.
   *
   * @param planned amounts of the accounts that are asked for
   * @param used what there is on them, with what is asked for
   */
  static List<Excess> exceeded(List<Planned> planned, Collection<Used> used) {
    Map<List<Object>, List<Planned>> groups = new LinkedHashMap<>();
    for (Planned each : planned) {
      groups
          .computeIfAbsent(
              List.of(each.budget, each.place.account, each.place.costCentre),
              g -> new ArrayList<>())
          .add(each);
    }
    List<Excess> found = new ArrayList<>();
    for (List<Planned> group : groups.values()) {
      Planned budget = group.get(0);
      used.stream()
          .filter(each -> each.asked.isPositive() && each.place.isWithin(budget.place))
          .map(each -> each.place.month)
          .filter(month -> !month.isBefore(budget.first) && !month.isAfter(budget.last))
          .distinct()
          .map(month -> excess(group, used, month))
          .filter(excess -> excess.amounts().over().isPositive())
          .forEach(found::add);
    }
    return found;
  }

  private static Excess excess(List<Planned> group, Collection<Used> used, YearMonth month) {
    Planned budget = group.get(0);
    List<Used> within =
        used.stream()
            .filter(each -> each.place.isWithin(budget.place))
            .filter(each -> budget.compares(each.place.month, month))
            .toList();
    Money none = Money.zero(within.get(0).asked.currency());
    Function<Function<Used, Money>, Money> sum =
        part -> within.stream().map(part).reduce(none, Money::plus);
    BigDecimal planned =
        group.stream()
            .filter(each -> budget.compares(each.place.month, month))
            .map(Planned::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Excess(
        budget.budget,
        budget.control,
        budget.place.account,
        budget.place.costCentre,
        month,
        new Excess.Amounts(
            Money.of(planned, none.currency()),
            sum.apply(Used::actual),
            sum.apply(Used::committed),
            sum.apply(Used::asked)));
  }
}
