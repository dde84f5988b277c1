package org.millrace.supply;

import java.time.LocalDate;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.Purchasing;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/** How items are usually had when nobody says otherwise, answered by whoever plans them. */
public interface DefaultTerms {
  /** What is ordered when so much is missing: by the lot rule of the item, where it has one. */
  Quantity ordered(CompanyCode company, ItemCode item, Quantity missing);

  /**
   * The day on which goods are there whose making or buying begins on a day: its lead time later,
   * in working days; none where no lead time is known.
   */
  Optional<LocalDate> readyOn(CompanyCode company, ItemCode item, LocalDate start);

  /** Who sells the item: as was agreed, else who sold it last; none where no price is known. */
  Optional<Seller> seller(CompanyCode company, ItemCode item, Optional<Purchasing.Source> last);

  /**
   * Who sells an item, in the currency of the company.
   *
   * @param agreed the price of one that was agreed
   * @param last the price at which it was ordered last, which holds where nothing tells another
   */
  record Seller(PartyCode supplier, Optional<Money> agreed, Optional<Money> last) {}
}
