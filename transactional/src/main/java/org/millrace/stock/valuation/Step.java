package org.millrace.stock.valuation;

import java.time.Instant;
import java.util.List;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * One thing that happened to the goods of an item. Goods are valued together that lie in one pool:
 * the item, a location or a lot, as the costing level says.
 *
 * @param quantity how much came or left, 0 where only the value changes, never below 0
 */
public record Step(LineKey line, When when, String pool, Quantity quantity, How how) {
  /** The moment, and the month of it where the company keeps its books, as 2026-03. */
  public record When(Instant at, String month) {}

  /** What happened, and what is known of the cost. */
  public sealed interface How {
    /** Goods came in that are worth so much together. */
    record OwnCost(Money value) implements How {}

    /** Goods came in at what those there cost, or the last ones did: found by a count. */
    record KnownCost() implements How {}

    /** Goods came back that these lines had let out: at what they cost then. */
    record BackFrom(List<LineKey> issues) implements How {
      public BackFrom {
        issues = List.copyOf(issues);
      }
    }

    /** Goods came from another pool, with the value that they left it with. */
    record Arrival(LineKey departure) implements How {}

    /** Goods left at what the method says. */
    record Issue() implements How {}

    /** Goods left at an amount that somebody named, above 0. */
    record Named(Money value) implements How {}

    /** Goods went back that these lines had brought, at what was paid for them. */
    record BackTo(List<LineKey> receipts, LeavesAt leavesAt) implements How {
      public BackTo {
        receipts = List.copyOf(receipts);
      }
    }

    /** Goods left for another pool: those that these lines had brought from there, if any. */
    record Departure(String to, List<LineKey> arrivals) implements How {
      public Departure {
        arrivals = List.copyOf(arrivals);
      }

      /** Goods that are nobody's return. */
      Departure(String to) {
        this(to, List.of());
      }
    }

    /** Goods that came in cost more than was known then, or below 0 less. */
    record Charge(List<Part> parts) implements How {
      public Charge {
        parts = List.copyOf(parts);
      }

      /** The whole amount. */
      Money amount(Money none) {
        return parts.stream().map(Part::amount).reduce(none, Money::plus);
      }
    }

    /** From now on one costs so much, also of those that are there. */
    record Revalue(Money unitCost) implements How {}
  }

  /** The share of a charge that falls on one receipt, and how much that had brought. */
  public record Part(LineKey receipt, Quantity received, Money amount) {}

  /** What goods that go back to their supplier take out of the stock. */
  public enum LeavesAt {
    /** What was paid for them. */
    PRICE_PAID,
    /** What any goods that leave now cost. */
    METHOD
  }
}
