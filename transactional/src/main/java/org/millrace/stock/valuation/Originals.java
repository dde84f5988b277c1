package org.millrace.stock.valuation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/** Goods that lines brought or let out, and what of them has not gone the way back. */
final class Originals {
  private final Map<LineKey, Original> lines = new HashMap<>();

  /** Goods of a line, in the pool or the month that it belongs to. */
  record Original(String of, Quantity left, Money value) {
    /** The share of so many; the last ones take the rest. */
    private Money share(Quantity quantity) {
      return quantity.compareTo(left) >= 0 ? value : Shares.of(value, quantity, left);
    }
  }

  void put(LineKey line, Original original) {
    lines.put(line, original);
  }

  Optional<Original> of(LineKey line) {
    return Optional.ofNullable(lines.get(line));
  }

  boolean knowsAny(List<LineKey> asked) {
    return asked.stream().anyMatch(lines::containsKey);
  }

  /** The goods of a line turned out to cost so much more. */
  void dearer(LineKey line, Money more) {
    lines.computeIfPresent(line, (l, o) -> new Original(o.of(), o.left(), o.value().plus(more)));
  }

  /**
   * Takes goods off these lines, one after the other, and returns what they cost; what is more than
   * they have costs what the rest is said to.
   */
  Money takeOff(List<LineKey> asked, Quantity quantity, Function<Quantity, Money> rest) {
    Quantity left = quantity;
    Money cost = rest.apply(Quantity.ZERO);
    for (LineKey line : asked) {
      Original original = lines.get(line);
      if (original != null && left.isPositive() && original.left().isPositive()) {
        Quantity part = left.min(original.left());
        Money share = original.share(part);
        Quantity stays = original.left().minus(part);
        lines.put(line, new Original(original.of(), stays, original.value().minus(share)));
        cost = cost.plus(share);
        left = left.minus(part);
      }
    }
    return left.isPositive() ? cost.plus(rest.apply(left)) : cost;
  }
}
