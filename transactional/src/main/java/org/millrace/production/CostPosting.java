package org.millrace.production;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * What was booked on a work order beside materials taken and goods made, in the currency of the
 * company.
 *
 * @param amount what it added to the cost of the order, or sent to the expense; of a return what
 *     came back
 * @param hours of labour, at a rate by hour
 * @param quantity the pieces that were spoilt or taken apart
 */
public record CostPosting(
    String number,
    LocalDate date,
    Kind kind,
    @Sensitive Money amount,
    Optional<BigDecimal> hours,
    @Sensitive Optional<Money> rate,
    Optional<Quantity> quantity,
    Optional<String> note) {
  /** Told by the events of its work order, in no table of its own; numbered WC-000001. */
  public static final DocumentKind<CostPosting> KIND =
      DocumentKind.of(CostPosting.class, "production", "cost-posting")
          .numbered("WC")
          .untabled()
          .build();

  /** What it is. */
  public enum Kind {
    /** Hours of people, absorbed by the order. */
    LABOUR,
    /** A share of what the shop costs, absorbed by the order. */
    OVERHEAD,
    /** Materials that came back to stock. */
    RETURN,
    /** Pieces spoilt as usual: the good ones carry their cost. */
    SCRAP,
    /** Pieces spoilt beyond that: an expense. */
    LOSS,
    /** The order was closed: the goods carry the actual cost, the rest is an expense. */
    CLOSE,
    /** The order was given up: what did not come back is an expense. */
    CANCEL,
    /** What materials cost more later, of goods that are an expense. */
    CORRECTION
  }

  /** What of it is an expense. */
  public Money lossCost() {
    return switch (kind) {
      case LOSS, CLOSE, CANCEL, CORRECTION -> amount;
      case LABOUR, OVERHEAD, RETURN, SCRAP -> Money.zero(amount.currency());
    };
  }

  Quantity scrapped() {
    boolean isScrap = kind == Kind.SCRAP || kind == Kind.LOSS;
    return isScrap ? quantity.orElse(Quantity.ZERO) : Quantity.ZERO;
  }
}
