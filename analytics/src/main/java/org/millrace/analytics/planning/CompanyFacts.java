package org.millrace.analytics.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.millrace.analytics.mrp.bill.BillLine;
import org.millrace.analytics.mrp.capacity.Operation;
import org.millrace.analytics.mrp.capacity.WorkCentre;
import org.millrace.analytics.mrp.facts.Demand;
import org.millrace.analytics.mrp.facts.Receipt;
import org.millrace.analytics.mrp.facts.Rejection;
import org.millrace.analytics.planning.policy.ItemPolicy;
import org.millrace.analytics.planning.policy.PlanningSettings;

/** All that a company's plan is made from, as the lake knows it now, for one as-of day. */
public record CompanyFacts(
    LocalDate asOf,
    PlanningSettings settings,
    List<StockedItem> items,
    List<BillLine> bills,
    Documents documents,
    List<ForecastWeek> forecast,
    Workshop workshop) {

  public CompanyFacts {
    items = List.copyOf(items);
    bills = List.copyOf(bills);
    forecast = List.copyOf(forecast);
  }

  /** An item with its stock and what was set or seen of it. */
  public record StockedItem(
      String item, String name, Unit unit, Stock stock, Seen seen, ItemPolicy policy) {}

  /** Whether an item is counted in whole pieces. */
  public enum Unit {
    PIECES,
    OTHER
  }

  /** What lies there and what a unit of it is worth. */
  public record Stock(double onHand, double unitCost, String currency) {}

  /**
   * What the stock policy computed: units used a week, safety stock, and the mean lead time in
   * working days when receipts were seen.
   */
  public record Seen(double usedPerWeek, double safety, OptionalDouble leadDays) {

    /** The stock policy knows nothing of the item. */
    public static final Seen NOTHING = new Seen(0, 0, OptionalDouble.empty());
  }

  /**
   * Open documents: what sales orders and work orders still want, what purchase orders, work orders
   * and approved proposals still bring, and what planners decided on proposals.
   */
  public record Documents(List<Demand> demands, List<Receipt> receipts, Decided decided) {

    public Documents {
      demands = List.copyOf(demands);
      receipts = List.copyOf(receipts);
    }
  }

  /** The ids of the proposals that planners decided on, kept for good, and the rejections. */
  public record Decided(Set<String> ids, List<Rejection> rejections) {

    public Decided {
      ids = Set.copyOf(ids);
      rejections = List.copyOf(rejections);
    }
  }

  /**
   * Units expected to be sold in a week, those of them that are sold already, and what the method
   * alone expects, without opportunities, campaigns and overrides.
   */
  public record ForecastWeek(
      String item, LocalDate monday, double quantity, double sold, double statistical) {}

  /** Work centres and what making an item takes of them. */
  public record Workshop(List<WorkCentre> centres, List<Operation> operations) {

    public Workshop {
      centres = List.copyOf(centres);
      operations = List.copyOf(operations);
    }
  }
}
