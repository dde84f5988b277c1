package org.millrace.supply.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.shared.Quantity;

/** What is to be had of an item until a day, and how. */
sealed interface Proposal {
  ItemCode item();

  Quantity quantity();

  LocalDate dueDate();

  /** To be made; work starts lead time days before the due date, where those are known. */
  record Make(ItemCode item, Quantity quantity, LocalDate dueDate, Optional<Integer> leadTimeDays)
      implements Proposal {}

  /** To be bought. */
  record Buy(ItemCode item, Quantity quantity, LocalDate dueDate) implements Proposal {}
}
