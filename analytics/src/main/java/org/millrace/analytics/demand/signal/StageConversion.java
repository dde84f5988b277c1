package org.millrace.analytics.demand.signal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The share of opportunities that are won, by stage and by how long they have been in it; measured
 * on those that ended, and drawn towards the share of the stage, of all, and at last of none, by as
 * much as {@value #STRENGTH} cases weigh:
 *
 * <p>{@code all = won / (n + 10)}, {@code stage = (won + 10 all) / (n + 10)}, {@code stage and age
 * = (won + 10 stage) / (n + 10)}, where n counts the ended opportunities that were in the stage for
 * at least the lower end of the age band. Without an ended opportunity nothing is expected.
 *
 * <p>Source: the beta-binomial mean with a prior of fixed weight (Efron and Morris 1973, on
 * shrinkage). Worked: 40 of 90 ended were won: all = 40 / 100 = 0.4. In the stage proposal 30, won
 * 20: (20 + 4) / 40 = 0.6. Of those, 10 stayed more than 30 days, won 2: (2 + 6) / 20 = 0.4.
 */
public final class StageConversion {

  private static final int STRENGTH = 10;

  /** Lower ends of the bands of age in days. */
  private static final int[] BANDS = {0, 15, 31, 61, 91};

  private final Map<String, Count[]> stages = new HashMap<>();
  private final Count all = new Count();

  private StageConversion() {}

  /** An opportunity that ended: a stage it was in, for how many days, and whether it was won. */
  public record Ended(String opportunity, String stage, double days, boolean isWon) {}

  private static final class Count {
    private int cases;
    private int won;

    void add(Ended ended) {
      cases++;
      won += ended.isWon ? 1 : 0;
    }

    double drawnTo(double wider) {
      return (won + STRENGTH * wider) / (cases + STRENGTH);
    }
  }

  /** Measures on the stages of ended opportunities. */
  public static StageConversion measured(Collection<Ended> history) {
    StageConversion conversion = new StageConversion();
    Map<String, Ended> opportunities = new HashMap<>();
    Map<String, Map<String, Ended>> longest = new HashMap<>();
    for (Ended ended : history) {
      opportunities.put(ended.opportunity, ended);
      longest
          .computeIfAbsent(ended.stage, stage -> new HashMap<>())
          .merge(ended.opportunity, ended, (a, b) -> a.days >= b.days ? a : b);
    }
    opportunities.values().forEach(conversion.all::add);
    longest.forEach((stage, each) -> each.values().forEach(conversion::count));
    return conversion;
  }

  private void count(Ended ended) {
    Count[] bands = stages.computeIfAbsent(ended.stage, stage -> counts());
    for (int band = 0; band < BANDS.length; band++) {
      if (ended.days >= BANDS[band]) {
        bands[band].add(ended);
      }
    }
  }

  private static Count[] counts() {
    Count[] counts = new Count[BANDS.length];
    for (int band = 0; band < counts.length; band++) {
      counts[band] = new Count();
    }
    return counts;
  }

  /** The share expected to be won of those that have been in the stage for so many days. */
  public double of(String stage, double days) {
    double wide = all.drawnTo(0);
    Count[] bands = stages.get(stage);
    if (bands == null) {
      return wide;
    }
    double share = bands[0].drawnTo(wide);
    int band = band(days);
    return band == 0 ? share : bands[band].drawnTo(share);
  }

  private static int band(double days) {
    int band = 0;
    while (band + 1 < BANDS.length && days >= BANDS[band + 1]) {
      band++;
    }
    return band;
  }
}
