package org.millrace.sales.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.stock.Outlook;

/** By when goods can be had, answered by whoever supplies them. */
public interface Promises {
  /**
   * The day on which each of these can leave, in their order; none where it cannot be told. Those
   * of one item are had one after the other.
   */
  List<Optional<LocalDate>> days(CompanyCode company, Asked asked);

  /**
   * What is wanted from where, not before a day.
   *
   * @param today the day of the question
   * @param from the day on which they are wanted, not before today
   * @param except a document that wants these goods already
   * @param moved where that one will stand among those that want goods; where it does when absent
   */
  record Asked(
      List<Goods> goods,
      LocationCode location,
      LocalDate today,
      LocalDate from,
      Optional<DocumentRef> except,
      Optional<Outlook.Moved> moved) {
    public Asked {
      goods = List.copyOf(goods);
    }
  }

  /** So many of an item. */
  record Goods(ItemCode item, Quantity quantity) {}
}
