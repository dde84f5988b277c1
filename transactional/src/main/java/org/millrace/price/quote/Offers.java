package org.millrace.price.quote;

import java.util.Collection;
import java.util.List;
import org.millrace.item.ItemCode;
import org.millrace.price.Prices;
import org.millrace.shared.CompanyCode;

/** The rules of price lists. */
interface Offers {
  /** Those that hold for a deal and are of these items, whatever the quantity. */
  List<Offer> of(CompanyCode company, Prices.Deal deal, Collection<ItemCode> items);
}
