package org.millrace.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;

/**
 * Goods of an item that documents brought in cost more (or, below 0, less) than was known then, for
 * a document that tells it. It counts from its own moment on: the share of goods that are there
 * belongs to the stock, that of goods that are gone is a cost difference.
 *
 * @param postingDate the day on which it is booked where the month of its moment is closed
 */
public record CostCharge(
    DocumentRef document,
    ItemCode item,
    Instant occurredAt,
    List<Share> shares,
    Optional<LocalDate> postingDate) {
  public CostCharge {
    shares = List.copyOf(shares);
  }

  /** This one and what another one of the same document charges the item with. */
  public CostCharge with(CostCharge other) {
    List<Share> all = new ArrayList<>(shares);
    all.addAll(other.shares());
    return new CostCharge(document, item, occurredAt, all, postingDate);
  }

  /**
   * What falls on the goods of one document.
   *
   * @param quantity of how many of them it is told, where that is not all
   */
  public record Share(DocumentRef receipt, Money amount, Optional<Quantity> quantity) {
    public Share {
      new Problems()
          .require(!amount.isZero(), "amount", amount, "not 0")
          .require(
              amount.equals(amount.rounded()), "amount", amount, "no parts of the smallest coin")
          .refuse("The goods of " + receipt + " cannot be charged");
    }

    /** On all goods of the document. */
    public Share(DocumentRef receipt, Money amount) {
      this(receipt, amount, Optional.empty());
    }
  }

  /** A charge on the goods that the document itself brought in. */
  public static CostCharge ofItself(
      DocumentRef document, ItemCode item, Money amount, Instant occurredAt) {
    List<Share> shares = List.of(new Share(document, amount));
    return new CostCharge(document, item, occurredAt, shares, Optional.empty());
  }
}
