package org.millrace.stock.movement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.millrace.item.ItemCode;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.OpenPeriods;
import org.millrace.shared.Quantity;
import org.millrace.stock.CostCharge;

/**
 * What late documents and charges change of movements that are booked. Each correction has the date
 * of the movement it corrects, or the first open day after it when that month is closed.
 */
final class Corrections {
  private static final int SHARE_DECIMALS = 12;

  private final MovementsJdbc movements;
  private final OpenPeriods periods;

  Corrections(MovementsJdbc movements, OpenPeriods periods) {
    this.movements = movements;
    this.periods = periods;
  }

  /** Values late items again, with all they did before. */
  List<Movement> ofLate(Company company, Moving moving) {
    if (moving.late().isEmpty()) {
      return List.of();
    }
    List<Movement> corrections = new ArrayList<>();
    Map<ItemCode, List<Movement>> history =
        movements.history(company.code(), company.currency(), moving.late()).stream()
            .collect(Collectors.groupingBy(m -> m.place().item()));
    for (ItemCode item : new TreeSet<>(moving.late())) {
      List<Movement> before = history.getOrDefault(item, List.of());
      corrections.addAll(revalued(company, moving, item, before));
    }
    return corrections;
  }

  /** The charges on what a document brought in of an item, and what they correct. */
  List<Movement> of(Company company, Moving moving, CostCharge charge) {
    ItemCode item = charge.item();
    List<Movement> history =
        new ArrayList<>(movements.history(company.code(), company.currency(), List.of(item)));
    List<Movement> charges = charges(company.code(), brought(history, charge), charge.amount());
    history.addAll(charges);
    List<Movement> all = new ArrayList<>(charges);
    all.addAll(revalued(company, moving, item, history));
    return all;
  }

  private static List<Movement> brought(List<Movement> history, CostCharge charge) {
    List<Movement> brought =
        history.stream()
            .filter(m -> m.cause().document().equals(charge.document()))
            .filter(m -> !m.isCorrection() && m.quantity().isPositive())
            .toList();
    if (brought.isEmpty()) {
      throw new IllegalStateException(charge.document() + " brought no " + charge.item());
    }
    return brought;
  }

  /** Shares the amount among the lines by their quantity; the rounded shares add up to it. */
  private List<Movement> charges(CompanyCode company, List<Movement> brought, Money amount) {
    Quantity all = brought.stream().map(Movement::quantity).reduce(Quantity.ZERO, Quantity::plus);
    List<String> numbers = movements.numbers(brought.size());
    List<Movement> charges = new ArrayList<>();
    Quantity until = Quantity.ZERO;
    Money charged = Money.zero(amount.currency());
    for (int i = 0; i < brought.size(); i++) {
      Movement line = brought.get(i);
      until = until.plus(line.quantity());
      Money share = amount.times(until).dividedBy(all, SHARE_DECIMALS).rounded().minus(charged);
      charged = charged.plus(share);
      if (!share.isZero()) {
        Movement.Key key = new Movement.Key(numbers.get(i), 1);
        charges.add(line.charged(key, day(company, line), share));
      }
    }
    return charges;
  }

  private List<Movement> revalued(
      Company company, Moving moving, ItemCode item, List<Movement> history) {
    Currency currency = company.currency();
    Revaluation revaluation = new Revaluation(history, moving.linesOf(item), currency);
    moving.revalue(item, revaluation);
    List<Revaluation.Difference> differences = revaluation.differences();
    List<String> numbers = movements.numbers(differences.size());
    List<Movement> corrections = new ArrayList<>(differences.size());
    for (Revaluation.Difference difference : differences) {
      Movement.Key key = new Movement.Key(numbers.get(corrections.size()), 1);
      corrections.add(difference.as(key, day(company.code(), difference.of())));
    }
    return corrections;
  }

  private Instant day(CompanyCode company, Movement corrected) {
    return periods.openFrom(company, corrected.cause().occurredAt());
  }
}
