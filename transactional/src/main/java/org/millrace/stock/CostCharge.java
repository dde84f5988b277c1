package org.millrace.stock;

import java.time.Instant;
import java.util.List;
import org.millrace.item.ItemCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/**
 * Goods of an item that documents brought in cost more (or, below 0, less) than was known then, for
 * a document that tells it. It counts from its own moment on: the share of goods that are there
 * belongs to the stock, that of goods that are gone is a cost difference.
 */
public record CostCharge(
    DocumentRef document, ItemCode item, Instant occurredAt, List<Share> shares) {
  public CostCharge {
    shares = List.copyOf(shares);
  }

  /** What falls on the goods of one document. */
  public record Share(DocumentRef receipt, Money amount) {
    public Share {
      new Problems()
          .require(!amount.isZero(), "amount", amount, "not 0")
          .require(
              amount.equals(amount.rounded()), "amount", amount, "no parts of the smallest coin")
          .refuse("The goods of " + receipt + " cannot be charged");
    }
  }

  /** A charge on the goods that the document itself brought in. */
  public static CostCharge ofItself(
      DocumentRef document, ItemCode item, Money amount, Instant occurredAt) {
    return new CostCharge(document, item, occurredAt, List.of(new Share(document, amount)));
  }
}
