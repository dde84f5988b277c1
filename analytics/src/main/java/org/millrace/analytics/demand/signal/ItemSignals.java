package org.millrace.analytics.demand.signal;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What sales know of one item: in its past, to be taken out of the history that the base is
 * forecast from, so that nothing counts twice; and ahead.
 *
 * @param deals what was won, is open and will be opened
 * @param campaigns when campaigns run or ran for the item
 * @param uplift the share by which a campaign lifts its demand
 * @param ordered units on open orders by the Monday of the week they are due in
 * @param overrides what planners put in the place of the forecast, or of a part, by Monday
 */
public record ItemSignals(
    Deals deals,
    List<Span> campaigns,
    double uplift,
    Map<LocalDate, Double> ordered,
    Map<LocalDate, Replaced> overrides)
    implements Serializable {

  /** Nothing known. */
  public static final ItemSignals NONE =
      new ItemSignals(Deals.NONE, List.of(), 0, Map.of(), Map.of());

  private static final int WEEKS_TO_DELIVER = 6;
  private static final double LEAST_FACTOR = 0.1;
  private static final double DAYS = 7;

  public ItemSignals {
    campaigns = new ArrayList<>(campaigns);
    ordered = new TreeMap<>(ordered);
    overrides = new TreeMap<>(overrides);
  }

  /**
   * Opportunities for an item by Monday.
   *
   * @param won units of those that were won in the week
   * @param open units expected of those that are open
   * @param notOpenYet the share of what is usually won in a week ahead that is to be opened first
   */
  public record Deals(
      Map<LocalDate, Double> won, Map<LocalDate, Double> open, Map<LocalDate, Double> notOpenYet)
      implements Serializable {

    /** None at all. */
    public static final Deals NONE = new Deals(Map.of(), Map.of(), Map.of());

    public Deals {
      won = new TreeMap<>(won);
      open = new TreeMap<>(open);
      notOpenYet = new TreeMap<>(notOpenYet);
    }

    /** Units of a week: of the open ones, and what new ones usually bring until then. */
    double expected(LocalDate monday, double wonAWeek) {
      return open.getOrDefault(monday, 0.0) + wonAWeek * notOpenYet.getOrDefault(monday, 0.0);
    }
  }

  /**
   * Units in the place of a share of the item's demand: 1 for the whole, less where a planner spoke
   * of some locations only. Worked: 80 in the place of 0.6 of 100 makes 40 + 80 = 120.
   */
  public record Replaced(double share, double quantity) implements Serializable {

    double in(double demand) {
      return Math.max(0, 1 - share) * demand + quantity;
    }
  }

  /** A campaign from its first to its last day. */
  public record Span(LocalDate starts, LocalDate ends) implements Serializable {

    /** The share of the week's days that it covers. */
    public double shareOf(LocalDate monday) {
      LocalDate from = starts.isAfter(monday) ? starts : monday;
      LocalDate sunday = monday.plusDays(6);
      LocalDate to = ends.isBefore(sunday) ? ends : sunday;
      return Math.max(0, ChronoUnit.DAYS.between(from, to) + 1) / DAYS;
    }
  }

  /** The share of the week in which a campaign runs. */
  public double campaignShare(LocalDate monday) {
    double share = 0;
    for (Span span : campaigns) {
      share = Math.max(share, span.shareOf(monday));
    }
    return share;
  }

  /** Whether anything is known of a week from this Monday on. */
  public boolean isAhead(LocalDate monday) {
    return !new TreeMap<>(deals.open).tailMap(monday).isEmpty()
        || !new TreeMap<>(ordered).tailMap(monday).isEmpty()
        || !new TreeMap<>(overrides).tailMap(monday).isEmpty()
        || campaigns.stream().anyMatch(span -> !span.ends.isBefore(monday));
  }

  /**
   * Takes the weeks apart: units of a won opportunity are taken out from the week it was won in
   * until they are used up, for at most six weeks; what is left of a week with a campaign is
   * divided by its lift. Worked: uplift 0.5, a whole campaign week of 90 gives 60; 40 won in a week
   * of 30 leave 0 of it and 20 of 30 in the next.
   */
  public ItemHistory history(LocalDate firstMonday, double... weeks) {
    double[] base = weeks.clone();
    double[] brought = new double[weeks.length];
    double[] lift = new double[weeks.length];
    deals.won.forEach(
        (monday, units) -> {
          int first = (int) ChronoUnit.WEEKS.between(firstMonday, monday);
          double left = units;
          int last = Math.min(base.length, first + WEEKS_TO_DELIVER);
          for (int week = Math.max(0, first); week < last; week++) {
            double taken = Math.min(left, base[week]);
            base[week] -= taken;
            brought[week] += taken;
            left -= taken;
          }
        });
    for (int week = 0; week < base.length; week++) {
      double share = campaignShare(firstMonday.plusWeeks(week));
      lift[week] = Math.max(LEAST_FACTOR, 1 + uplift * share);
      base[week] /= lift[week];
    }
    return new ItemHistory(base, brought, lift);
  }

  /** The demand to publish for a week, with what won opportunities usually bring in one. */
  public PublishedDemand published(LocalDate monday, double statistical, double wonAWeek) {
    PublishedDemand.Expected expected =
        new PublishedDemand.Expected(
            statistical,
            statistical * uplift * campaignShare(monday),
            deals.expected(monday, wonAWeek));
    PublishedDemand demand =
        PublishedDemand.of(expected, ordered.getOrDefault(monday, 0.0), OptionalDouble.empty());
    Replaced replaced = overrides.get(monday);
    return replaced == null ? demand : demand.overriddenBy(replaced.in(demand.sum()));
  }
}
