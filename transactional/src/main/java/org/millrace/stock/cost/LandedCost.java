package org.millrace.stock.cost;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.document.reversal.PostedStatus;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * Freight, duty, insurance and the like, shared among goods that came: by their value, quantity or
 * weight. The shares add up to the amount; 1,000 by value on goods of 3,600 and 5,000 are 418.60
 * and 581.40. A wrong one is taken back by another one of the negative amount.
 */
public record LandedCost(
    LandedCostNumber number,
    PostedStatus status,
    Instant landedAt,
    Basis sharedBy,
    @Sensitive Money amount,
    Currency currency,
    Optional<PartyCode> supplier,
    Optional<String> note,
    Optional<LandedCostNumber> reverses,
    Optional<LandedCostNumber> reversedBy,
    List<Line> lines) {
  /** Stored in stock.landed_cost with its lines; numbered LC-000001. */
  public static final DocumentKind<LandedCost> KIND =
      DocumentKind.of(LandedCost.class, "stock", "landed-cost")
          .numbered("LC")
          .lines("lines", "stock.landed_cost_line", "landed_cost_number")
          .searched("number", "supplier", "note")
          .sorted("-landedAt")
          .steps(LandedCost::status, PostedStatus.Act.values())
          .build();

  public LandedCost {
    lines = List.copyOf(lines);
    note = note.map(String::strip).filter(text -> !text.isEmpty());
  }

  /** What an amount is shared by. */
  public enum Basis {
    /** What the goods cost when they came. */
    VALUE,
    /** How many there are, in their units. */
    QUANTITY,
    /** What they weigh. */
    WEIGHT
  }

  /** What falls on the goods that a receipt brought of an item. */
  public record Line(
      int line,
      String receiptKind,
      String receipt,
      ItemCode item,
      Quantity quantity,
      @Sensitive Money shareAmount) {
    private Line negated() {
      return new Line(line, receiptKind, receipt, item, quantity, shareAmount.negated());
    }
  }

  /**
   * The landed cost that takes this one back.
   *
   * @throws org.millrace.shared.Refused as conflict unless it is posted
   */
  LandedCost reversal(LandedCostNumber by, Instant moment, String why) {
    status.require(PostedStatus.Act.REVERSE, KIND.titled(number));
    return new LandedCost(
        by,
        PostedStatus.REVERSING,
        moment,
        sharedBy,
        amount.negated(),
        currency,
        supplier,
        Optional.of(why),
        Optional.of(number),
        Optional.empty(),
        lines.stream().map(Line::negated).toList());
  }

  /** This one after that one took it back. */
  LandedCost reversed(LandedCostNumber by) {
    return new LandedCost(
        number,
        PostedStatus.REVERSED,
        landedAt,
        sharedBy,
        amount,
        currency,
        supplier,
        note,
        reverses,
        Optional.of(by),
        lines);
  }
}
