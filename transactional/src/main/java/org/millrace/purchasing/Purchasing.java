package org.millrace.purchasing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;

/** What others may ask of purchasing. */
public interface Purchasing {
  /** Places an order with a supplier and publishes it. */
  PurchaseOrder place(CompanyCode company, NewPurchaseOrder wanted, Instant occurredAt);

  /**
   * Cancels an order of which nothing has arrived; one that is cancelled stays so.
   *
   * @throws org.millrace.shared.Refused as conflict when goods of it arrived
   */
  void cancel(CompanyCode company, PurchaseOrderNumber number, String reason, Instant occurredAt);

  /** The supplier and price of the latest order of each of these items that was ever ordered. */
  Map<ItemCode, Source> latestSources(CompanyCode company, Collection<ItemCode> items);

  /** The orders placed for that document. */
  List<PurchaseOrder> placedFor(CompanyCode company, Demand demand);

  /** Who sells an item to us, and for how much a unit. */
  record Source(PartyCode supplier, Money unitPrice) {}
}
