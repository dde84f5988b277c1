package org.millrace.asset;

import static org.millrace.asset.AssetAccount.ACCUMULATED_DEPRECIATION;
import static org.millrace.asset.AssetAccount.CASH;
import static org.millrace.asset.AssetAccount.DISPOSAL_GAIN;
import static org.millrace.asset.AssetAccount.DISPOSAL_LOSS;
import static org.millrace.asset.AssetAccount.EQUIPMENT;
import static org.millrace.asset.AssetAccount.OPENING_BALANCES;
import static org.millrace.asset.AssetAccount.RETAINED_EARNINGS;
import static org.millrace.asset.AssetAccount.REVALUATION_LOSS;
import static org.millrace.asset.AssetAccount.REVALUATION_SURPLUS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.millrace.asset.depreciation.Charge;
import org.millrace.asset.depreciation.DepreciationPlan;
import org.millrace.asset.depreciation.Revaluation;
import org.millrace.document.DocumentKind;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/**
 * A fixed asset: something that is used for longer than a year. Cost, depreciation and book value
 * are those of its first book, which the ledger has; of one that is disposed of, those at its
 * disposal. Each act returns what it does to the asset and to the books, step by step, the charges
 * of periods that are over before first.
 *
 * @param depreciatedThrough through which day depreciation is booked
 * @param openingThrough through which day it was depreciated before it was taken over
 * @param revaluationSurplus what stands in equity for it
 * @param revaluationLoss what its revaluations cost and was not taken back
 * @param price what its disposal brought
 * @param gain price less book value, below 0 for a loss
 */
public record Asset(
    DocumentNumber number,
    String name,
    AssetStatus status,
    LocalDate acquiredOn,
    Optional<LocalDate> disposedOn,
    @Sensitive Money acquisitionCost,
    @Sensitive Money cost,
    Money accumulatedDepreciation,
    Money bookValue,
    Optional<LocalDate> depreciatedThrough,
    Optional<LocalDate> openingThrough,
    Money revaluationSurplus,
    Money revaluationLoss,
    Optional<Money> price,
    Optional<Money> gain,
    List<AssetBook> books,
    List<AssetChange> changes,
    Currency currency) {
  /** Stored in asset.asset with its books and changes; numbered FA-000001. */
  public static final DocumentKind<Asset> KIND =
      DocumentKind.of(Asset.class, "asset", "asset")
          .numbered("FA")
          .lines("books", "asset.book", "asset")
          .lines("changes", "asset.change", "asset")
          .searched("number", "name", "status")
          .sorted("-acquiredOn")
          .steps(Asset::status, AssetAct.values())
          .build();

  public Asset {
    books = List.copyOf(books);
    changes = List.copyOf(changes);
  }

  /** What changes with each act, besides the figures of the books. */
  private record Situation(
      AssetStatus status,
      Optional<LocalDate> disposedOn,
      Optional<LocalDate> depreciatedThrough,
      Revaluation revaluation,
      Optional<Money> price) {
    Situation through(LocalDate day) {
      return new Situation(status, disposedOn, Optional.of(day), revaluation, price);
    }

    Situation with(Revaluation now) {
      return new Situation(status, disposedOn, depreciatedThrough, now, price);
    }
  }

  /**
   * An asset just acquired, paid in cash; one that is taken over stands against opening balances.
   *
   * @throws Refused as invalid, naming each field that does not fit
   */
  public static AssetStep acquired(DocumentNumber number, Acquisition acquisition) {
    List<AssetBook> books = acquisition.booked();
    Money cost = acquisition.cost();
    Money none = Money.zero(cost.currency());
    Asset asset =
        new Asset(
            number,
            acquisition.name(),
            AssetStatus.ACTIVE,
            acquisition.acquiredOn(),
            Optional.empty(),
            cost,
            cost,
            books.get(0).accumulatedDepreciation(),
            books.get(0).bookValue(),
            acquisition.openingThrough(),
            acquisition.openingThrough(),
            none,
            none,
            Optional.empty(),
            Optional.empty(),
            books,
            List.of(),
            cost.currency());
    AssetAccount against = asset.openingThrough.isPresent() ? OPENING_BALANCES : CASH;
    return new AssetStep(asset, Optional.empty(), acquisition.postedOn(), List.of())
        .debit(EQUIPMENT, cost)
        .credit(ACCUMULATED_DEPRECIATION, asset.accumulatedDepreciation)
        .credit(against, asset.bookValue);
  }

  /** Charges all periods that end by that day and are not charged yet. */
  public List<AssetStep> depreciated(LocalDate through) {
    require(AssetAct.DEPRECIATE);
    return charges(each(plans(), plan -> plan.through(through)));
  }

  /**
   * Takes back what is charged after that day; booked on the day that is named.
   *
   * @throws Refused as invalid when nothing is charged after that day, or something was done since
   */
  public AssetStep depreciationReversed(LocalDate through, LocalDate date) {
    require(AssetAct.REVERSE_DEPRECIATION);
    LocalDate earliest =
        changes.stream()
            .filter(change -> change.units().isEmpty())
            .map(AssetChange::date)
            .reduce(openingThrough.orElse(acquiredOn).plusDays(1), Asset::later)
            .minusDays(1);
    List<DepreciationPlan> targets = each(settled(), plan -> plan.through(through));
    Money amount = targets.get(0).accumulated().minus(accumulatedDepreciation);
    new Problems()
        .require(
            !through.isBefore(earliest),
            "through",
            through,
            "a day from " + earliest + " on: what was charged before that stays")
        .require(
            amount.isNegative(), "through", through, "a day after which depreciation is booked")
        .refuse(KIND.titled(number) + " cannot have its depreciation reversed");
    Asset after = as(targets, situation().through(through), changes);
    return AssetStep.of(after, AssetAct.REVERSE_DEPRECIATION, date).depreciating(amount);
  }

  /**
   * Changes its cost, value, life or residual value, or uses it.
   *
   * @throws Refused as invalid when the day does not fit, or the life is over already
   */
  public List<AssetStep> changed(AssetAct act, LocalDate date, AssetChange.Values values) {
    requireDay(act, date);
    AssetChange change = AssetChange.of(changes.size() + 1, date, depreciatedThrough, values);
    List<DepreciationPlan> now = plans();
    List<DepreciationPlan> before =
        change.units().isPresent() ? now : each(now, plan -> plan.cut(date.minusDays(1)));
    List<AssetStep> steps = new ArrayList<>(charges(before));
    List<DepreciationPlan> plans = new ArrayList<>();
    for (AssetBook book : books) {
      plans.add(change.applied(book, before.get(book.line() - 1)));
    }
    DepreciationPlan from = before.get(0);
    DepreciationPlan to = plans.get(0);
    Revaluation revaluation =
        change
            .fairValue()
            .map(v -> revaluation().after(v.minus(from.bookValue())))
            .orElse(revaluation());
    List<AssetChange> all = new ArrayList<>(changes);
    all.add(change);
    Asset last = steps.isEmpty() ? this : steps.get(steps.size() - 1).after();
    Asset after = as(plans, last.situation().with(revaluation), all);
    AssetStep step = AssetStep.of(after, act, date);
    if (change.units().isPresent()) {
      step = step.depreciating(to.accumulated().minus(from.accumulated()));
    } else if (change.fairValue().isPresent()) {
      step = restated(step, from, to, revaluation);
    } else {
      Money added = to.cost().minus(from.cost());
      step = step.debit(EQUIPMENT, added).credit(CASH, added);
    }
    steps.add(step);
    return steps;
  }

  /** Accumulated depreciation is eliminated against the cost, which becomes the fair value. */
  private AssetStep restated(
      AssetStep step, DepreciationPlan from, DepreciationPlan to, Revaluation now) {
    return step.debit(ACCUMULATED_DEPRECIATION, from.accumulated())
        .debit(EQUIPMENT, to.cost().minus(from.cost()))
        .credit(REVALUATION_SURPLUS, now.surplus().minus(revaluationSurplus))
        .debit(REVALUATION_LOSS, now.loss().minus(revaluationLoss));
  }

  /**
   * Sells or scraps it. What was charged beyond its use is taken back; a surplus goes to retained
   * earnings (IAS 16.41).
   *
   * @param received what it brings, 0 when it is scrapped
   * @throws Refused as invalid when the day does not fit
   */
  public List<AssetStep> disposed(LocalDate date, Money received) {
    requireDay(AssetAct.DISPOSE, date);
    List<DepreciationPlan> targets = each(settled(), plan -> plan.disposed(date));
    List<AssetStep> steps = new ArrayList<>(charges(targets));
    Asset last = steps.isEmpty() ? this : steps.get(steps.size() - 1).after();
    DepreciationPlan plan = targets.get(0);
    Situation situation =
        new Situation(
            AssetStatus.DISPOSED,
            Optional.of(date),
            last.depreciatedThrough,
            Revaluation.none(cost),
            Optional.of(received));
    Money result = received.minus(plan.bookValue());
    steps.add(
        AssetStep.of(as(targets, situation, changes), AssetAct.DISPOSE, date)
            .depreciating(plan.accumulated().minus(last.accumulatedDepreciation))
            .debit(CASH, received)
            .debit(ACCUMULATED_DEPRECIATION, plan.accumulated())
            .credit(EQUIPMENT, plan.cost())
            .credit(result.isNegative() ? DISPOSAL_LOSS : DISPOSAL_GAIN, result)
            .debit(REVALUATION_SURPLUS, revaluationSurplus)
            .credit(RETAINED_EARNINGS, revaluationSurplus));
    return steps;
  }

  private void require(AssetAct act) {
    status.require(act, KIND.titled(number));
  }

  private void requireDay(AssetAct act, LocalDate date) {
    require(act);
    LocalDate earliest =
        changes.stream()
            .map(AssetChange::date)
            .reduce(openingThrough.map(day -> day.plusDays(1)).orElse(acquiredOn), Asset::later);
    new Problems()
        .require(
            !date.isBefore(earliest),
            "date",
            date,
            "a day from " + earliest + " on, when something was done with it last")
        .refuse(KIND.titled(number) + " cannot " + act.words());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** A step for each day on which a period ends that the targets have charged. */
  private List<AssetStep> charges(List<DepreciationPlan> targets) {
    List<DepreciationPlan> running = plans();
    TreeSet<LocalDate> days = new TreeSet<>();
    for (int i = 0; i < targets.size(); i++) {
      List<Charge> charges = targets.get(i).booked();
      int there = Math.min(running.get(i).booked().size(), charges.size());
      charges.subList(there, charges.size()).forEach(charge -> days.add(charge.date()));
    }
    List<AssetStep> steps = new ArrayList<>();
    for (LocalDate day : days) {
      List<DepreciationPlan> next = new ArrayList<>();
      for (int i = 0; i < targets.size(); i++) {
        boolean isCharged = targets.get(i).booked().stream().anyMatch(c -> c.date().equals(day));
        next.add(isCharged ? running.get(i).cut(day) : running.get(i));
      }
      Money amount = next.get(0).accumulated().minus(running.get(0).accumulated());
      Asset after = as(next, situation().through(day), changes);
      steps.add(AssetStep.of(after, AssetAct.DEPRECIATE, day).depreciating(amount));
      running = next;
    }
    return steps;
  }

  /** What is charged and what is to come, in the order of the books. */
  public List<DepreciationPlan> plans() {
    return disposedOn
        .map(day -> each(settled(), plan -> plan.disposed(day)))
        .or(() -> depreciatedThrough.map(day -> each(settled(), plan -> plan.through(day))))
        .orElseGet(this::settled);
  }

  /** The plans after the last change, without what was charged since. */
  private List<DepreciationPlan> settled() {
    List<DepreciationPlan> plans = new ArrayList<>();
    for (AssetBook book : books) {
      DepreciationPlan plan = DepreciationPlan.of(book.initialTerms(), acquiredOn, acquisitionCost);
      if (openingThrough.isPresent()) {
        plan = plan.opened(book.openingDepreciation(), openingThrough.get());
      }
      for (AssetChange change : changes) {
        plan = change.applied(book, change.until(plan));
      }
      plans.add(plan);
    }
    return plans;
  }

  private static List<DepreciationPlan> each(
      List<DepreciationPlan> plans, UnaryOperator<DepreciationPlan> act) {
    return plans.stream().map(act).toList();
  }

  private Revaluation revaluation() {
    return new Revaluation(revaluationSurplus, revaluationLoss);
  }

  private Situation situation() {
    return new Situation(status, disposedOn, depreciatedThrough, revaluation(), price);
  }

  private Asset as(List<DepreciationPlan> plans, Situation now, List<AssetChange> all) {
    List<AssetBook> figures = new ArrayList<>();
    for (AssetBook book : books) {
      DepreciationPlan plan = plans.get(book.line() - 1);
      figures.add(now.price().map(p -> book.disposed(plan, p)).orElseGet(() -> book.as(plan)));
    }
    AssetBook first = figures.get(0);
    return new Asset(
        number,
        name,
        now.status(),
        acquiredOn,
        now.disposedOn(),
        acquisitionCost,
        first.cost(),
        first.accumulatedDepreciation(),
        first.bookValue(),
        now.depreciatedThrough(),
        openingThrough,
        now.revaluation().surplus(),
        now.revaluation().loss(),
        now.price(),
        first.gain(),
        figures,
        all,
        currency);
  }
}
