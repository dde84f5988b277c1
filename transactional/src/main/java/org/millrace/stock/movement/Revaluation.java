package org.millrace.stock.movement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.millrace.item.CostingMethod;
import org.millrace.item.CostingRule;
import org.millrace.party.Company;
import org.millrace.shared.Money;
import org.millrace.stock.MoveReason;
import org.millrace.stock.valuation.Costing;
import org.millrace.stock.valuation.LineKey;
import org.millrace.stock.valuation.Valuation;
import org.millrace.stock.valuation.Valued;

/**
 * All movements of one item valued again in the order in which they happened. A document that
 * arrives late, or a charge on goods that came in, changes what later goods cost; what was booked
 * stays, the differences are booked as well.
 */
final class Revaluation {
  private final List<Movement> history;
  private final Map<Part, Money> corrected = new HashMap<>();
  private final Money none;
  private final MoveReason apart;
  private final Valuation valuation;
  private final Instant latest;

  /** The value of a line itself, what it covered, or what of it is not in the stock. */
  private record Part(LineKey line, Movement.Change change) {}

  /** History in the order of arrival, with corrections and charges; then the lines that are new. */
  Revaluation(CostingRule rule, Company company, List<Movement> history, List<Movement> added) {
    this.history = List.copyOf(history);
    none = Money.zero(company.currency());
    apart = differenceOf(rule);
    history.forEach(m -> m.worth().corrects().ifPresent(line -> note(m, line)));
    latest =
        Stream.concat(history.stream(), added.stream())
            .map(Movement::effectiveAt)
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH);
    History all = new History(rule, company, Stream.concat(history.stream(), added.stream()));
    valuation = Costing.of(rule, company.currency()).value(all.steps());
  }

  private void note(Movement change, LineKey line) {
    if (!change.isCharge()) {
      corrected.merge(new Part(line, change.worth().change()), change.worth().value(), Money::plus);
    }
  }

  /** Why a value is not in the goods that are there. */
  static MoveReason differenceOf(CostingRule rule) {
    return rule.method() == CostingMethod.STANDARD
        ? MoveReason.PRICE_VARIANCE
        : MoveReason.COST_DIFFERENCE;
  }

  /** The moment from which the latest movement or charge counts. */
  Instant latest() {
    return latest;
  }

  Valuation valuation() {
    return valuation;
  }

  Valued valued(LineKey key) {
    return valuation.of(key);
  }

  /** A difference between what a kept line is worth and what is booked for it so far. */
  record Difference(Movement of, Money amount, Movement.Change change, MoveReason apart) {
    Movement as(LineKey key, Instant occurredAt) {
      return switch (change) {
        case COVERING -> of.covered(key, occurredAt, amount);
        case DIFFERENCE -> of.differing(key, occurredAt, amount, apart);
        case VALUED, CHARGED -> of.corrected(key, occurredAt, amount);
      };
    }
  }

  List<Difference> differences() {
    List<Difference> found = new ArrayList<>();
    for (Movement movement : history) {
      if (valuation.lines().containsKey(movement.key())) {
        differ(found, movement);
      }
    }
    return found;
  }

  private void differ(List<Difference> found, Movement of) {
    Valued now = valuation.of(of.key());
    if (!of.isCharge()) {
      Money booked = booked(of, Movement.Change.VALUED).plus(of.worth().value());
      differ(found, of, now.value().minus(booked), Movement.Change.VALUED);
    }
    Money covered = booked(of, Movement.Change.COVERING);
    differ(found, of, now.covering().minus(covered), Movement.Change.COVERING);
    Money gone = booked(of, Movement.Change.DIFFERENCE);
    differ(found, of, now.difference().minus(gone), Movement.Change.DIFFERENCE);
  }

  private void differ(List<Difference> found, Movement of, Money amount, Movement.Change change) {
    if (!amount.isZero()) {
      found.add(new Difference(of, amount, change, apart));
    }
  }

  private Money booked(Movement movement, Movement.Change change) {
    return corrected.getOrDefault(new Part(movement.key(), change), none);
  }
}
