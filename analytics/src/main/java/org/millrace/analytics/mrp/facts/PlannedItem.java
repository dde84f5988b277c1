package org.millrace.analytics.mrp.facts;

import org.millrace.analytics.mrp.calendar.WorkCalendar;
import org.millrace.analytics.mrp.lot.LotRule;

/** How an item is planned; the lead time is in working days of its calendar. */
public record PlannedItem(
    String item, Source source, int leadDays, WorkCalendar calendar, LotRule lotRule, Stock stock) {

  private static final WorkCalendar FIVE_DAYS = WorkCalendar.mondayToFriday("five days a week");
  private static final int LONGEST_LEAD = 3660;

  /** Where the item comes from. */
  public enum Source {
    MAKE,
    BUY
  }

  /** What lies there, and what shall always lie there. */
  public record Stock(double onHand, double safety) {

    public Stock {
      Amounts.notNegative("Stock, its sign apart,", Math.abs(onHand));
      Amounts.notNegative("Safety stock", safety);
    }

    static final Stock NONE = new Stock(0, 0);
  }

  public PlannedItem {
    if (leadDays < 0 || leadDays > LONGEST_LEAD) {
      throw new IllegalArgumentException(
          "Lead time of item %s must be 0 to %d working days, got %d"
              .formatted(item, LONGEST_LEAD, leadDays));
    }
  }

  /** Made from its bill, lot for lot, five days a week, nothing in stock. */
  public static PlannedItem make(String item, int leadDays) {
    return new PlannedItem(item, Source.MAKE, leadDays, FIVE_DAYS, LotRule.lotForLot(), Stock.NONE);
  }

  /** Bought, lot for lot, five days a week, nothing in stock. */
  public static PlannedItem buy(String item, int leadDays) {
    return new PlannedItem(item, Source.BUY, leadDays, FIVE_DAYS, LotRule.lotForLot(), Stock.NONE);
  }

  public PlannedItem withStock(double onHand) {
    return new PlannedItem(
        item, source, leadDays, calendar, lotRule, new Stock(onHand, stock.safety()));
  }

  public PlannedItem withSafetyStock(double safety) {
    return new PlannedItem(
        item, source, leadDays, calendar, lotRule, new Stock(stock.onHand(), safety));
  }

  public PlannedItem withLotRule(LotRule rule) {
    return new PlannedItem(item, source, leadDays, calendar, rule, stock);
  }

  public PlannedItem withCalendar(WorkCalendar other) {
    return new PlannedItem(item, source, leadDays, other, lotRule, stock);
  }
}
