package org.millrace.analytics.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.millrace.analytics.demand.accuracy.ErrorSums;
import org.millrace.analytics.demand.stockout.Gaps;
import org.millrace.analytics.forecast.ForecastMethod;
import org.millrace.analytics.forecast.Pool;
import org.millrace.analytics.forecast.RollingOrigin;
import org.millrace.analytics.forecast.intermittent.DemandPattern;
import org.millrace.analytics.forecast.intermittent.IntermittentPool;
import org.millrace.analytics.forecast.season.ShortSeason;
import org.millrace.analytics.forecast.smoothing.SeasonalNaive;

/**
 * The methods tried on the series' own past. Seasonal naive always takes part. What the pattern of
 * the demand calls for is used unless another candidate did clearly better, because the few errors
 * of one series are a noisy measure: the mean of both pools, or once two seasons are known the one
 * that knows them; for demand that comes now and then the pool for it alone, for the other, on the
 * scale of roots, leaves out large orders; for a young item its analogues.
 */
final class ModelSelection {

  static final int FEWEST_TO_LEARN = 8;
  static final int FEWEST_ORIGINS = 3;

  /** Another must have at most this share of the default one's score to take its place. */
  private static final double CLEARLY = 0.75;

  /**
   * The same where most weeks sell nothing, so that the one that says least looks good, and where
   * the default one knows the season, which a quarter of origins shows too little of.
   */
  private static final double VERY_CLEARLY = 0.5;

  private static final ForecastMethod NAIVE = new SeasonalNaive();
  private static final ForecastMethod POOL = new ShortSeason(Pool.standard());
  private static final ForecastMethod INTERMITTENT = new IntermittentPool();
  private static final ForecastMethod WHOLE = IntermittentPool.whole();

  private final double[] history;
  private final double[] filled;
  private final int season;
  private final DemandPattern pattern;
  private final boolean isIntermittent;
  private final Optional<Analogues> analogues;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Candidate winner;

  private ModelSelection(
      double[] history, Grain grain, int origins, Optional<Analogues> analogues) {
    this.history = history;
    this.season = grain.season();
    this.filled = Gaps.filled(history, season);
    this.pattern = DemandPattern.of(Gaps.without(history));
    this.isIntermittent =
        pattern == DemandPattern.NONE
            || (pattern == DemandPattern.INTERMITTENT || pattern == DemandPattern.LUMPY)
                && DemandPattern.isIntermittent(Gaps.zeroed(history), season);
    this.analogues = isYoung() ? analogues : Optional.empty();
    int most = Math.min(origins, grain.horizon()); // so every period held back is forecast
    RollingOrigin past = new RollingOrigin(most, isYoung() ? 1 : FEWEST_TO_LEARN);
    this.winner = winner(standard(past, grain));
  }

  /**
   * Tries the methods from up to so many origins, each so many steps ahead; periods that are NaN
   * are not known, so nothing is learnt from them and no error counts.
   */
  static ModelSelection of(double[] history, Grain grain, int origins) {
    return of(history, grain, origins, Optional.empty());
  }

  /** The same, with the analogues of the item in case it is young. */
  static ModelSelection of(
      double[] history, Grain grain, int origins, Optional<Analogues> analogues) {
    return new ModelSelection(history, grain, origins, analogues);
  }

  /** Lets all that take part try; returns the one to use. */
  private Candidate standard(RollingOrigin past, Grain grain) {
    String naive = history.length < season ? "Naive" : NAIVE.title();
    candidates.add(tried(naive, Gaps.filling(NAIVE), past, history, grain));
    ForecastMethod intermittent = !isYoung() && isIntermittent ? WHOLE : INTERMITTENT;
    Candidate other =
        tried(intermittent.title(), Gaps.skipping(intermittent), past, history, grain);
    candidates.add(other);
    if (analogues.isPresent()) {
      ForecastMethod analogue = Gaps.filling(analogues.get());
      candidates.add(tried(analogue.title(), analogue, past, history, grain));
      return candidates.get(2);
    }
    if (isYoung()) {
      candidates.add(Candidate.between(candidates.get(0), other));
      return candidates.get(2);
    }
    Candidate pool = tried(POOL.title(), Gaps.filling(POOL), past, history, grain);
    candidates.add(Candidate.between(pool, other));
    candidates.add(pool);
    if (isIntermittent) {
      return other;
    }
    // the pool for demand now and then knows no season, so beside it half of one would be lost
    return knowsSeason() ? pool : candidates.get(2);
  }

  private static Candidate tried(
      String title, ForecastMethod method, RollingOrigin past, double[] history, Grain grain) {
    int steps = grain.horizon();
    return new Candidate(
        title,
        method.forecast(history, grain.season(), steps),
        past.errors(method, history, grain.season(), steps));
  }

  private Candidate winner(Candidate standard) {
    Candidate best = standard;
    for (Candidate each : candidates) {
      if (each.score() < best.score()) {
        best = each;
      }
    }
    double clearly = !isYoung() && (isIntermittent || knowsSeason()) ? VERY_CLEARLY : CLEARLY;
    return best.score() < clearly * standard.score() ? best : standard;
  }

  /** Whether the pool can tell a season from chance. */
  private boolean knowsSeason() {
    return history.length > 2 * season;
  }

  boolean isYoung() {
    return history.length < FEWEST_TO_LEARN + FEWEST_ORIGINS;
  }

  /** What is known of the launches of items like it; empty where it is not young. */
  Optional<Analogues> analogues() {
    return analogues;
  }

  /** Whether demand comes now and then, so that an interval is cut from its distribution. */
  boolean isIntermittent() {
    return isIntermittent;
  }

  DemandPattern pattern() {
    return pattern;
  }

  /** The history with what the periods around say of those that are not known. */
  double[] filled() {
    return filled;
  }

  Candidate chosen() {
    return winner;
  }

  Candidate naive() {
    return candidates.get(0);
  }

  int origins() {
    return winner.errors().length;
  }

  /** The first period that was forecast from an origin, counted from the start of the series. */
  int firstAfter(int origin) {
    return history.length - winner.errors()[origin].length;
  }

  /** Sums of the chosen one's errors by step, beside those of the naive. */
  ErrorSums[] sumsByStep() {
    ErrorSums[] sums = new ErrorSums[winner.ahead().length];
    Arrays.fill(sums, ErrorSums.NONE);
    double scale = naiveScale();
    for (int origin = 0; origin < origins(); origin++) {
      double[] errors = winner.errors()[origin];
      for (int step = 0; step < errors.length; step++) {
        double actual = history[firstAfter(origin) + step];
        if (!Double.isNaN(actual)) {
          double naive = actual - naive().errors()[origin][step];
          sums[step] = sums[step].plus(actual, actual - errors[step], naive, scale);
        }
      }
    }
    return sums;
  }

  /**
   * The mean absolute change from one season to the next within the history, from one period to the
   * next while it is shorter. Worked: 100, 110, 90, 105 gives 15.
   */
  double naiveScale() {
    int back = filled.length > season ? season : 1;
    double sum = 0;
    for (int i = back; i < filled.length; i++) {
      sum += Math.abs(filled[i] - filled[i - back]);
    }
    return filled.length > back ? sum / (filled.length - back) : 0;
  }
}
