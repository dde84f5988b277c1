package org.millrace.analytics.stockpolicy.keeping;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.millrace.analytics.planning.policy.ItemPolicy;

/** What is known of an item and its stock at the end of the as-of day. */
public record ItemStock(Label label, Use use, SeenLead lead, Stock stock, ItemPolicy policy) {

  public ItemStock {
    requireNonNull(label, "label");
    requireNonNull(use, "use");
    requireNonNull(lead, "lead");
    requireNonNull(stock, "stock");
    requireNonNull(policy, "policy");
  }

  /** Its code, its name, and whether it is made: it has a bill of material. */
  public record Label(String item, String name, Made made) {}

  /** Where it comes from unless its policy says otherwise. */
  public enum Made {
    MADE,
    BOUGHT
  }

  /**
   * Units sold and consumed by production, week by week from the first use (a year at most), and
   * what the forecast expects to be sold a week, with the root mean squared error it had.
   */
  public record Use(
      List<Double> sold,
      List<Double> consumed,
      OptionalDouble forecast,
      OptionalDouble forecastError) {

    public Use {
      sold = List.copyOf(sold);
      consumed = List.copyOf(consumed);
    }
  }

  /** Days from order to receipt as they were: how many receipts, their mean and deviation. */
  public record SeenLead(long receipts, double meanDays, double deviationDays) {

    /** Nothing was received yet. */
    public static final SeenLead NONE = new SeenLead(0, 0, 0);
  }

  /** What lies there and what it is worth, and how it moved. */
  public record Stock(
      double onHand, double value, double unitCost, YearMoves year, MonthMoves month, Days days) {}

  /** Value that went out for sale and production in a year, and the stock's value on average. */
  public record YearMoves(double usedValue, double averageValue) {

    private static final int DAYS = 365;

    /**
     * The average over the days of the year: {@code value - Σ moved · days before / 365}, as what
     * moved was not there (or still there) in the days before. Worked: 20,000 now, of which 10,000
     * came on day 73: 20,000 - 10,000 · 73 / 365 = 18,000.
     */
    public static YearMoves of(double usedValue, double value, double movedTimesDaysBefore) {
      return new YearMoves(usedValue, value - movedTimesDaysBefore / DAYS);
    }
  }

  /** Units that went out, came in, and of these came from production, during four weeks. */
  public record MonthMoves(double went, double came, double made) {

    /** Nothing moved. */
    static final MonthMoves NONE = new MonthMoves(0, 0, 0);

    static final int DAYS = 28;
  }

  /** The last days on which something came in and went out. */
  public record Days(Optional<LocalDate> lastIn, Optional<LocalDate> lastOut) {}
}
