package org.millrace.stock.valuation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/** Goods that left before they came, in the order in which they left. */
final class Shortage {
  private final Deque<Pool.Layer> missing = new ArrayDeque<>();

  void add(LineKey issue, Quantity quantity, Money assumed) {
    missing.add(new Pool.Layer(issue, quantity, assumed));
  }

  boolean isEmpty() {
    return missing.isEmpty();
  }

  Quantity quantity() {
    return missing.stream().map(Pool.Layer::quantity).reduce(Quantity.ZERO, Quantity::plus);
  }

  Money assumed(Money none) {
    return missing.stream().map(Pool.Layer::value).reduce(none, Money::plus);
  }

  /** Takes the first ones off the list, all of a line or a part of it with its share. */
  List<Pool.Layer> cover(Quantity quantity) {
    List<Pool.Layer> covered = new ArrayList<>();
    Quantity left = quantity;
    while (left.isPositive() && !missing.isEmpty()) {
      Pool.Layer first = missing.remove();
      if (first.quantity().compareTo(left) <= 0) {
        covered.add(first);
        left = left.minus(first.quantity());
      } else {
        Money part = Shares.of(first.value(), left, first.quantity());
        covered.add(new Pool.Layer(first.source(), left, part));
        Quantity rest = first.quantity().minus(left);
        missing.addFirst(new Pool.Layer(first.source(), rest, first.value().minus(part)));
        left = Quantity.ZERO;
      }
    }
    return covered;
  }

  /** Shares what all that is missing turned out to cost more by quantity. */
  List<Pool.Covered> shared(Money more) {
    List<Pool.Covered> shares = new ArrayList<>();
    Quantity all = quantity();
    Quantity until = Quantity.ZERO;
    Money told = Money.zero(more.currency());
    for (Pool.Layer part : missing) {
      until = until.plus(part.quantity());
      Money share = Shares.of(more, until, all).minus(told);
      told = told.plus(share);
      shares.add(new Pool.Covered(part.source(), share));
    }
    return shares;
  }
}
