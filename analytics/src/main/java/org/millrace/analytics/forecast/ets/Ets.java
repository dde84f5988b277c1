package org.millrace.analytics.forecast.ets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.millrace.analytics.forecast.ForecastMethod;
import org.millrace.analytics.forecast.ets.Form.Season;
import org.millrace.analytics.forecast.smoothing.SeasonFactors;
import org.millrace.analytics.forecast.smoothing.SeasonallyAdjusted;
import org.millrace.analytics.forecast.smoothing.SimpleSmoothing;

/**
 * The ETS model of least AICc among the 15 sensible forms. Each form is searched for 25 steps along
 * the gradient; going on to the last digit follows the noise and made forecasts of every third M3
 * series worse. A season longer than 24 steps, or one that the history does not show more than
 * twice, is taken out first or left aside.
 *
 * <p>Sources: Hyndman, Koehler, Snyder and Grose (2002); Hyndman et al. (2008). Worked: 10, 20, 30,
 * ..., 100 gives 110 and the form ETS(A,A,N) or a near one.
 */
public final class Ets implements ForecastMethod {

  private static final int LONGEST_SEASON = 24;
  private static final int LEAST_VALUES = 6;
  private static final int FIRST_VALUES = 10;
  private static final int SEARCH_STEPS = 25;
  private static final int ROUGH_STEPS = 12;
  private static final int THOROUGH_STEPS = 150;
  private static final double MOST_RATIO = 1.2;
  private static final double SEARCH_TOLERANCE = 1e-3;

  private final Function<Form.Scale, List<Form>> forms;
  private final int searchSteps;

  public Ets() {
    this(Form::sensible, SEARCH_STEPS);
  }

  private Ets(Function<Form.Scale, List<Form>> forms, int searchSteps) {
    this.forms = forms;
    this.searchSteps = searchSteps;
  }

  /**
   * Chosen among all 30 forms, so also with a trend that multiplies and with a multiplicative
   * season beside additive errors.
   */
  public static Ets full() {
    return new Ets(Form::all, SEARCH_STEPS);
  }

  /** Searched half as far, for a pool: as good there, in little more than half the time. */
  public static Ets rough() {
    return new Ets(Form::sensible, ROUGH_STEPS);
  }

  @Override
  public String title() {
    return "ETS";
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    if (season > LONGEST_SEASON) {
      return SeasonallyAdjusted.shrunk(this).forecast(history, season, steps);
    }
    double spread = spread(history);
    if (history.length < LEAST_VALUES || spread == 0) {
      return new SimpleSmoothing().forecast(history, 1, steps);
    }
    return best(history, season, spread).forecast(steps);
  }

  /** The form chosen for a history, as the literature writes it, for explanations. */
  public static String chosen(double[] history, int season) {
    return new Ets().best(history, season).form.title();
  }

  /** The least AICc, searched to the end, of a history that is neither constant nor too short. */
  public static double criterion(double[] history, int season) {
    return new Ets(Form::sensible, THOROUGH_STEPS).best(history, season).aicc();
  }

  /** The best fit of a history that is not constant and not too short. */
  private Fit best(double[] history, int season) {
    return best(history, season, spread(history));
  }

  private Fit best(double[] history, int season, double spread) {
    int usable = history.length > 2 * season ? season : 1;
    boolean isPositive = Arrays.stream(history).allMatch(value -> value > 0);
    List<Fit> fits = new ArrayList<>();
    for (Form form : forms.apply(new Form.Scale(usable, isPositive))) {
      if (history.length > form.parameters(usable) + 1) {
        Fit fit = new Fit(form, rough(form, history, usable), spread, history);
        fit.improve(searchSteps, SEARCH_TOLERANCE);
        fits.add(fit);
      }
    }
    return Collections.min(fits, Comparator.comparingDouble(Fit::aicc));
  }

  /** The season by decomposition, level and trend by a line through the first values. */
  private static Fit.Start rough(Form form, double[] history, int season) {
    double[] seasons = new double[form.season() == Season.NONE ? 1 : season];
    double[] adjusted = history;
    if (form.season() != Season.NONE) {
      SeasonFactors factors =
          form.season() == Season.ADDITIVE
              ? SeasonFactors.added(history, season)
              : SeasonFactors.of(history, season);
      adjusted = factors.removed(history);
      double[] neutral = new double[season];
      Arrays.fill(neutral, form.season() == Season.ADDITIVE ? 0 : 1);
      seasons = factors.restored(neutral, 0);
    }
    int count = Math.min(history.length, Math.max(FIRST_VALUES, 2 * season));
    double middle = (count - 1) / 2.0;
    double mean = 0;
    double products = 0;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      mean += adjusted[i] / count;
      products += (i - middle) * adjusted[i];
      squares += (i - middle) * (i - middle);
    }
    double trend = products / squares;
    if (form.trend().isMultiplied()) {
      double ratio = Math.max(1 / MOST_RATIO, Math.min(MOST_RATIO, 1 + trend / mean));
      return new Fit.Start(mean / Math.pow(ratio, middle + 1), ratio, seasons);
    }
    double level = form.trend() == Form.Trend.NONE ? mean : mean - trend * (middle + 1);
    return new Fit.Start(level, trend, seasons);
  }

  private static double spread(double... history) {
    double sum = 0;
    for (int i = 1; i < history.length; i++) {
      sum += (history[i] - history[i - 1]) * (history[i] - history[i - 1]);
    }
    return Math.sqrt(sum / Math.max(1, history.length - 1));
  }
}
