package org.millrace.stock;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.party.Party.DispatchPriority;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Quantity;

/** What lies where of items, and what open documents will bring in and take out. */
public interface Outlook {
  /**
   * All of it; what lies there stands in front, then what documents plan in the order in which they
   * get goods.
   *
   * @param moved a document that is seen where it will stand, not where it does
   */
  List<Goods> of(CompanyCode company, Collection<ItemCode> items, Optional<Moved> moved);

  /**
   * The same summed up: what documents plan of an item at a location for one day is one row by way,
   * with the turn of the first claim in place of its document.
   */
  List<Goods> summed(CompanyCode company, Collection<ItemCode> items);

  /** A document that will want its goods on that day and at that priority. */
  record Moved(DocumentRef document, LocalDate day, DispatchPriority priority) {}

  /**
   * Goods that lie at a location, where no document is named; else those that it will bring in (+)
   * or take out (-), on that day where it is known.
   */
  record Goods(
      ItemCode item,
      LocationCode location,
      Quantity quantity,
      Optional<LocalDate> day,
      Optional<DocumentRef> document) {}
}
