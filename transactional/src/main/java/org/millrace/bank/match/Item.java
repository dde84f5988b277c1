package org.millrace.bank.match;

import java.time.LocalDate;
import org.millrace.bank.amount.Minor;

/** An open item while lines are matched: how much of it is still open, in minor units. */
final class Item {
  final OpenItem facts;
  final int order;
  final long amount;
  final long discount;
  long open;

  Item(OpenItem facts, int order, Minor minor) {
    this.facts = facts;
    this.order = order;
    this.amount = minor.of(facts.amount());
    this.discount = facts.discount().map(d -> minor.of(d.amount())).orElse(0L);
    this.open = amount;
  }

  /** What may be left off on a day, with the sign of the item; nothing once a part was paid. */
  long discountOn(LocalDate day) {
    boolean inTime = facts.discount().filter(d -> !day.isAfter(d.until())).isPresent();
    return inTime && open == amount ? Long.signum(amount) * discount : 0;
  }

  /** What may have been left off, but is late on that day. */
  long lateDiscountOn(LocalDate day) {
    boolean late = facts.discount().filter(d -> day.isAfter(d.until())).isPresent();
    return late && open == amount ? Long.signum(amount) * discount : 0;
  }

  boolean isOpen() {
    return open != 0;
  }
}
