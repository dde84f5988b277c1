package org.millrace.production;

import java.time.LocalDate;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.shared.CompanyCode;

/** How long items take to be made, answered by whoever plans them. */
public interface LeadTimes {
  /** The day on which work on the item starts that is due on a day, where its time is known. */
  Optional<LocalDate> startOf(CompanyCode company, ItemCode item, LocalDate due);
}
