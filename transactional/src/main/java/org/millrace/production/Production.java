package org.millrace.production;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;

/** What others may ask of production. */
public interface Production {
  /** Releases a work order from the bill of material of its item and publishes it. */
  WorkOrder release(CompanyCode company, Wanted wanted, Instant occurredAt);

  /**
   * Cancels a work order that took no materials; one that is cancelled stays so.
   *
   * @throws org.millrace.shared.Refused as conflict when it took materials or is completed
   */
  void cancel(CompanyCode company, WorkOrderNumber number, String reason, Instant occurredAt);

  /** The work orders released for that document. */
  List<WorkOrder> releasedFor(CompanyCode company, Demand demand);

  /** What is to be made until when; planned start = due date - lead time, where that is known. */
  record Wanted(
      ItemCode item,
      Quantity quantity,
      Optional<LocalDate> dueDate,
      Optional<Integer> leadTimeDays,
      Optional<Demand> demand) {
    private static final int LONGEST_LEAD_DAYS = 3_650;

    public Wanted {
      new Problems()
          .require(
              leadTimeDays.isEmpty()
                  || leadTimeDays.get() >= 0 && leadTimeDays.get() <= LONGEST_LEAD_DAYS,
              "leadTimeDays",
              leadTimeDays.map(String::valueOf).orElse(""),
              "0 to " + LONGEST_LEAD_DAYS + " days")
          .refuse("The lead time cannot be used");
    }
  }
}
