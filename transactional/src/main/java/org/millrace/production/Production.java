package org.millrace.production;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money.Amount;
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
      Optional<Demand> demand,
      Yield yield) {
    private static final int LONGEST_LEAD_DAYS = 3_650;

    /** Of one product at actual cost. */
    public Wanted(
        ItemCode item,
        Quantity quantity,
        Optional<LocalDate> dueDate,
        Optional<Integer> leadTimeDays,
        Optional<Demand> demand) {
      this(item, quantity, dueDate, leadTimeDays, demand, Yield.NONE);
    }

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

  /**
   * At what goods are received before the order is closed, where that is not the actual cost so
   * far, and what comes beside them; in the currency of the company.
   */
  record Yield(
      Optional<BigDecimal> plannedUnitCost,
      Optional<BigDecimal> salesPrice,
      List<CoProductWanted> coProducts) {
    /** One product at actual cost. */
    public static final Yield NONE = new Yield(Optional.empty(), Optional.empty(), List.of());

    public Yield {
      coProducts = List.copyOf(coProducts);
      new Problems()
          .require(
              coProducts.isEmpty() || salesPrice.isPresent(),
              "salesPrice",
              "",
              "the price of one, by which it shares the cost with the co-products")
          .refuse("The work order cannot be released");
    }
  }

  /** How much comes beside the product; without a price it carries no cost. */
  record CoProductWanted(
      ItemCode item, Quantity quantity, @Amount Optional<BigDecimal> salesPrice) {}
}
