package org.millrace.stock.valuation;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.valuation.Step.How;

/** An item while its months are valued one after the other. */
final class MonthsOfItem {
  private static final LineKey NO_LINE = new LineKey("", 0);

  private final Money none;
  private final Optional<Integer> decimals;
  private final Map<LineKey, Valued> valued = new HashMap<>();
  private final Originals brought = new Originals();
  private final Originals issued = new Originals();
  private Price price;
  private Quantity onHand = Quantity.ZERO;
  private Money value;

  MonthsOfItem(Currency currency, Optional<Integer> decimals) {
    this.decimals = decimals;
    none = Money.zero(currency);
    value = none;
    price = new Price(none, Quantity.of(1));
  }

  /** So many were worth so much: the fraction is never cut. */
  record Price(Money value, Quantity quantity) {
    private static final int DECIMALS = 6;

    Money of(Quantity part) {
      return Shares.of(value, part, quantity);
    }

    Money unit() {
      return value.dividedBy(quantity, DECIMALS);
    }

    /** What one costs, rounded half up to so many decimals. */
    Price cut(Optional<Integer> decimals) {
      return decimals
          .map(some -> new Price(value.dividedBy(quantity, some), Quantity.of(1)))
          .orElse(this);
    }
  }

  Valuation valuation() {
    return new Valuation(valued, Map.of("", state()), state(), Basis.none(none.currency()));
  }

  private ItemValue state() {
    return new ItemValue(onHand, value, price.unit());
  }

  /** First what came in the month, which makes the price; then what left at it. */
  void add(List<Step> steps) {
    MonthOfItem month = new MonthOfItem(new ItemValue(onHand, value, none), price, decimals);
    for (Step step : steps) {
      bring(month, step);
    }
    LineKey taking = lastLine(steps, MonthsOfItem::canTakeTooMuch);
    month.refill(taking);
    Money covering = month.cover();
    price = month.price();
    Money left = value.plus(month.worth()).plus(covering);
    Quantity close = steps.stream().map(MonthsOfItem::signed).reduce(onHand, Quantity::plus);
    LineKey last = close.isZero() ? lastLine(steps, How.Issue.class::isInstance) : NO_LINE;
    for (Step step : steps) {
      if (!month.knows(step.line())) {
        left = left.plus(leaves(month, step));
      }
    }
    if (month.knows(last)) {
      month.add(last, left.negated());
    } else if (close.isZero() || close.isPositive() && left.isNegative()) {
      month.differ(month.knows(taking) ? taking : lastLine(steps, how -> true), left.negated());
    }
    tell(month, steps, covering);
  }

  private static boolean canTakeTooMuch(How how) {
    return how instanceof How.BackTo || how instanceof How.Named || how instanceof How.Charge;
  }

  private void bring(MonthOfItem month, Step step) {
    How how = step.how();
    Quantity quantity = step.quantity();
    if (how instanceof How.OwnCost own) {
      brought.put(step.line(), new Originals.Original(month.name(step), quantity, own.value()));
      month.bring(step, own.value());
    } else if (how instanceof How.BackFrom back && issued.knowsAny(back.issues())) {
      month.bring(step, takeOff(issued, back.issues(), quantity));
    } else if (how instanceof How.BackTo back
        && back.leavesAt() == Step.LeavesAt.PRICE_PAID
        && brought.knowsAny(back.receipts())) {
      month.bring(step, takeOff(brought, back.receipts(), quantity).negated());
    } else if (how instanceof How.Named named) {
      month.bring(step, named.value().negated());
    } else if (how instanceof How.Charge charge) {
      month.charge(step, charge, brought);
    } else if (how instanceof How.Revalue revalue) {
      month.revalue(step, revalue.unitCost());
    } else {
      month.pass(step);
    }
  }

  private Money takeOff(Originals from, List<LineKey> lines, Quantity quantity) {
    return from.takeOff(lines, quantity, q -> q.isZero() ? none : price.of(q));
  }

  /** What goods are worth that leave, or are found, at the price of the month. */
  private Money leaves(MonthOfItem month, Step step) {
    Money worth = price.of(step.quantity());
    Money signed = signed(step).isNegative() ? worth.negated() : worth;
    if (step.how() instanceof How.BackTo back && brought.knowsAny(back.receipts())) {
      Money paid = takeOff(brought, back.receipts(), step.quantity());
      month.add(step.line(), paid.negated());
      month.differ(step.line(), paid.plus(signed));
    } else {
      month.add(step.line(), signed);
    }
    return signed;
  }

  private static LineKey lastLine(List<Step> steps, Predicate<How> is) {
    LineKey last = NO_LINE;
    for (Step step : steps) {
      last = is.test(step.how()) ? step.line() : last;
    }
    return last;
  }

  /** What a step adds to the quantity, below 0 where goods leave. */
  static Quantity signed(Step step) {
    How how = step.how();
    boolean out =
        how instanceof How.Issue
            || how instanceof How.Departure
            || how instanceof How.Named
            || how instanceof How.BackTo;
    return out ? step.quantity().negated() : step.quantity();
  }

  /** What covered goods that had left: the first that came at a cost of its own, or came back. */
  private static LineKey covering(List<Step> steps) {
    return Stream.<Predicate<How>>of(How.OwnCost.class::isInstance, How.BackFrom.class::isInstance)
        .flatMap(is -> steps.stream().filter(step -> is.test(step.how())))
        .map(Step::line)
        .findFirst()
        .orElse(NO_LINE);
  }

  private void tell(MonthOfItem month, List<Step> steps, Money covering) {
    LineKey cover = covering(steps);
    for (Step step : steps) {
      Money worth = month.valueOf(step.line());
      Money difference = month.differenceOf(step.line());
      Money covers = step.line().equals(cover) ? covering : none;
      onHand = onHand.plus(signed(step));
      value = value.plus(worth).plus(difference).plus(covers);
      if (step.how() instanceof How.KnownCost) {
        brought.put(step.line(), new Originals.Original(month.name(step), step.quantity(), worth));
      }
      if (step.how() instanceof How.Issue) {
        issued.put(step.line(), new Originals.Original("", step.quantity(), worth.negated()));
      }
      Money unit = price.unit();
      valued.put(step.line(), new Valued(unit, worth, covers, difference, state()));
    }
  }
}
