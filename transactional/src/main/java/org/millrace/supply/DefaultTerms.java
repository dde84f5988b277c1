package org.millrace.supply;

import java.time.LocalDate;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.purchasing.Purchasing;
import org.millrace.shared.CompanyCode;
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

  /** Who sells the item and for how much: what was agreed, for the rest as it was bought last. */
  Optional<Purchasing.Source> source(
      CompanyCode company, ItemCode item, Optional<Purchasing.Source> last);
}
