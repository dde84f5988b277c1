package org.millrace.purchasing.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.NewPurchaseOrder;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Unit;

/** What was agreed with suppliers on the orders placed with them. */
interface AgreedPrices {
  /** With whom, in which currency, on which day. */
  record Deal(PartyCode supplier, Currency currency, LocalDate day) {}

  /** An item in a unit that is not its own, or in its own. */
  record Goods(ItemCode item, Optional<Unit> unit) {}

  /** A price of one of the item's own unit, and the line of the order that says so. */
  record Agreed(BigDecimal unitPrice, NewPurchaseOrder.Origin origin) {}

  /**
   * The price on the latest order until that day, by item and unit that it was asked for in. Orders
   * that were cancelled say nothing, nor does what came for free.
   */
  Map<Goods, Agreed> latest(CompanyCode company, Deal deal, Collection<ItemCode> items);
}
