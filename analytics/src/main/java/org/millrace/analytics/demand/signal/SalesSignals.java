package org.millrace.analytics.demand.signal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.millrace.analytics.demand.signal.CampaignUplift.CampaignWeek;
import org.millrace.analytics.demand.signal.ItemSignals.Deals;
import org.millrace.analytics.demand.signal.ItemSignals.Replaced;
import org.millrace.analytics.demand.signal.ItemSignals.Span;

/**
 * Turns what was read of opportunities, campaigns, orders and overrides into the signals of each
 * item. Conversion and uplift are measured on all of it.
 */
public final class SalesSignals {

  private static final int BASELINE_WEEKS = 8;
  private static final int WEEKS_AHEAD = 26;
  private static final int DAYS = 7;
  private static final double MIDDLE_OF_A_WEEK = 3.5;
  private static final double MOST_OF_A_WEEK = 0.5;

  private final LocalDate nextWeek;
  private final Facts facts;

  private SalesSignals(LocalDate nextWeek, Facts facts) {
    this.nextWeek = nextWeek;
    this.facts = facts;
  }

  /** Units of an item in a week (its Monday). */
  public record Units(String item, LocalDate week, double quantity) {}

  /** Units of an item won in a week (its Monday), and how many days after the opening. */
  public record Won(String item, LocalDate week, double quantity, double days) {}

  /** An item of an open opportunity, how long that has been in its stage, when it may be won. */
  public record OpenLine(
      String item, double quantity, String stage, double days, LocalDate expectedClose) {}

  /** A campaign for an item. */
  public record Campaign(String item, Span span) {}

  /**
   * Everything read.
   *
   * @param ended stages of opportunities that ended, to measure conversion
   * @param open lines of open opportunities
   * @param won what was won, and when
   * @param campaigns of the past and ahead
   * @param sold weekly demand of the items that had a campaign, to measure uplift
   * @param planned open orders and overrides
   */
  public record Facts(
      List<StageConversion.Ended> ended,
      List<OpenLine> open,
      List<Won> won,
      List<Campaign> campaigns,
      List<Units> sold,
      Planned planned) {}

  /** What is certain: open orders, and what planners put in, by item and week. */
  public record Planned(List<Units> ordered, List<Overriding> overrides) {}

  /**
   * What a planner put in the place of a week's forecast.
   *
   * @param location empty for all of the item
   * @param share of the location in what the item sold
   */
  public record Overriding(
      String item, String location, double share, LocalDate week, double quantity) {

    /** Whether it is of all of the item. */
    public boolean isWhole() {
      return location.isEmpty();
    }
  }

  /** The signals by item; the first week ahead begins on this Monday. */
  public static Map<String, ItemSignals> of(LocalDate nextWeek, Facts facts) {
    return new SalesSignals(nextWeek, facts).items();
  }

  private Map<String, ItemSignals> items() {
    Map<String, Map<LocalDate, Double>> won =
        byItem(
            facts.won.stream()
                .map(each -> new Units(each.item, each.week, each.quantity))
                .toList());
    Map<LocalDate, Double> notOpenYet = notOpenYet();
    Map<String, Map<LocalDate, Double>> ordered = byItem(facts.planned.ordered);
    Map<String, Map<LocalDate, Replaced>> overrides = replaced();
    Map<String, Map<LocalDate, Double>> opportunities = byItem(expected());
    Map<String, List<Span>> campaigns = new TreeMap<>();
    facts.campaigns.forEach(
        each -> campaigns.computeIfAbsent(each.item, item -> new ArrayList<>()).add(each.span));
    CampaignUplift uplift = uplift(campaigns);
    TreeSet<String> items = new TreeSet<>(campaigns.keySet());
    List.of(won, ordered, overrides, opportunities).forEach(each -> items.addAll(each.keySet()));
    Map<String, ItemSignals> signals = new HashMap<>();
    for (String item : items) {
      signals.put(
          item,
          new ItemSignals(
              new Deals(
                  won.getOrDefault(item, Map.of()),
                  opportunities.getOrDefault(item, Map.of()),
                  won.containsKey(item) ? notOpenYet : Map.of()),
              campaigns.getOrDefault(item, List.of()),
              campaigns.containsKey(item) ? uplift.of(item) : 0,
              ordered.getOrDefault(item, Map.of()),
              overrides.getOrDefault(item, Map.of())));
    }
    return signals;
  }

  /** Those of locations add up; one of the whole item stands in their place. */
  private Map<String, Map<LocalDate, Replaced>> replaced() {
    Map<String, Map<LocalDate, Replaced>> items = new TreeMap<>();
    Stream.concat(
            facts.planned.overrides.stream().filter(each -> !each.isWhole()),
            facts.planned.overrides.stream().filter(Overriding::isWhole))
        .forEach(
            each ->
                items
                    .computeIfAbsent(each.item, item -> new TreeMap<>())
                    .merge(
                        each.week,
                        new Replaced(each.isWhole() ? 1 : each.share, each.quantity),
                        (before, next) ->
                            each.isWhole()
                                ? next
                                : new Replaced(
                                    before.share() + next.share(),
                                    before.quantity() + next.quantity())));
    return items;
  }

  /** By week ahead, the share of usual wins whose opportunity will be opened until then. */
  private Map<LocalDate, Double> notOpenYet() {
    DaysToWin days = DaysToWin.measured(facts.won);
    Map<LocalDate, Double> shares = new TreeMap<>();
    for (int week = 0; week < WEEKS_AHEAD; week++) {
      shares.put(nextWeek.plusWeeks(week), days.notOpenYet(DAYS * week + MIDDLE_OF_A_WEEK));
    }
    return shares;
  }

  /** Open lines times their conversion, in the week they may be won; late ones in the first. */
  private List<Units> expected() {
    StageConversion conversion = StageConversion.measured(facts.ended);
    return facts.open.stream()
        .map(
            line -> {
              LocalDate week = monday(line.expectedClose);
              return new Units(
                  line.item,
                  week.isBefore(nextWeek) ? nextWeek : week,
                  line.quantity * conversion.of(line.stage, line.days));
            })
        .toList();
  }

  private CampaignUplift uplift(Map<String, List<Span>> campaigns) {
    Map<String, Map<LocalDate, Double>> sold = byItem(facts.sold);
    List<CampaignWeek> weeks = new ArrayList<>();
    campaigns.forEach(
        (item, spans) -> {
          Map<LocalDate, Double> units = sold.getOrDefault(item, Map.of());
          ItemSignals covered = new ItemSignals(Deals.NONE, spans, 0, Map.of(), Map.of());
          for (Span span : spans) {
            double baseline = baseline(span, covered, units);
            LocalDate week = monday(span.starts());
            for (; !week.isAfter(span.ends()); week = week.plusWeeks(1)) {
              boolean isPast = week.isBefore(nextWeek);
              if (isPast && baseline > 0 && span.shareOf(week) >= MOST_OF_A_WEEK) {
                weeks.add(new CampaignWeek(item, units.getOrDefault(week, 0.0), baseline));
              }
            }
          }
        });
    return CampaignUplift.measured(weeks);
  }

  /** The mean of the eight weeks before a campaign that had none, from the first sale on. */
  private static double baseline(Span span, ItemSignals covered, Map<LocalDate, Double> units) {
    LocalDate week = monday(span.starts()).minusWeeks(1);
    LocalDate first = units.keySet().stream().min(LocalDate::compareTo).orElse(week.plusWeeks(1));
    double sum = 0;
    int count = 0;
    for (; count < BASELINE_WEEKS && !week.isBefore(first); week = week.minusWeeks(1)) {
      if (covered.campaignShare(week) == 0) {
        sum += units.getOrDefault(week, 0.0);
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private static Map<String, Map<LocalDate, Double>> byItem(List<Units> units) {
    Map<String, Map<LocalDate, Double>> items = new TreeMap<>();
    units.forEach(
        each ->
            items
                .computeIfAbsent(each.item, item -> new TreeMap<>())
                .merge(each.week, each.quantity, Double::sum));
    return items;
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
