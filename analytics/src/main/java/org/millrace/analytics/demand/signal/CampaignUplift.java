package org.millrace.analytics.demand.signal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * By what share a campaign lifts the demand of its items, measured on the weeks of campaigns of the
 * past beside the baseline before them, and drawn towards the uplift of all campaigns, and that
 * towards none, by as much as {@value #STRENGTH} campaign weeks weigh:
 *
 * <p>{@code raw = sum actual / sum baseline - 1}, {@code all = n / (n + 8) * raw of all}, {@code
 * item = n / (n + 8) * raw of the item + 8 / (n + 8) * all}, each n being campaign weeks. A
 * campaign that lowered demand counts with what it did, but never below -100 %.
 *
 * <p>Source: lift by before-after ratio (Blattberg and Neslin, Sales Promotion 1990, chapter 9);
 * shrinkage as in {@link StageConversion}. Worked: 8 campaign weeks in all with 200 sold where 100
 * were usual: all = 8/16 * 1 = 0.5. Of them 4 weeks of a bell with 90 where 30 were usual: 4/12 * 2
 * + 8/12 * 0.5 = 1.0.
 */
public final class CampaignUplift {

  private static final int STRENGTH = 8;

  private final Map<String, Sum> items = new HashMap<>();
  private final Sum all = new Sum();

  private CampaignUplift() {}

  /** A past week of an item in a campaign: what was sold, and the baseline before it. */
  public record CampaignWeek(String item, double actual, double baseline) {}

  private static final class Sum {
    private int weeks;
    private double actual;
    private double baseline;

    void add(CampaignWeek week) {
      weeks++;
      actual += week.actual;
      baseline += week.baseline;
    }

    double drawnTo(double wider) {
      if (baseline <= 0) {
        return wider;
      }
      double own = weeks / (double) (weeks + STRENGTH);
      return own * (actual / baseline - 1) + (1 - own) * wider;
    }
  }

  /** Measures on the weeks of past campaigns. */
  public static CampaignUplift measured(Collection<CampaignWeek> history) {
    CampaignUplift uplift = new CampaignUplift();
    for (CampaignWeek week : history) {
      uplift.all.add(week);
      uplift.items.computeIfAbsent(week.item, item -> new Sum()).add(week);
    }
    return uplift;
  }

  /** The share by which a campaign is expected to lift the demand of the item. */
  public double of(String item) {
    double wide = all.drawnTo(0);
    Sum own = items.get(item);
    return Math.max(-1, own == null ? wide : own.drawnTo(wide));
  }
}
