package org.millrace.analytics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.millrace.analytics.demand.signal.ItemHistory;
import org.millrace.analytics.demand.signal.ItemSignals;
import org.millrace.analytics.demand.signal.SalesSignals;
import org.millrace.analytics.demand.signal.SalesSignals.Facts;
import org.millrace.analytics.demand.signal.SalesSignals.OpenLine;
import org.millrace.analytics.demand.signal.SalesSignals.Planned;
import org.millrace.analytics.demand.signal.SalesSignals.Won;
import org.millrace.analytics.demand.signal.StageConversion.Ended;

/** What is expected of a firm that sells by opportunities, of the open ones and those to come. */
class PipelineTest {

  private static final LocalDate NEXT = LocalDate.of(2026, 6, 1);
  private static final int WEEKS = 78;
  private static final double STEADY = 0.15;

  /**
   * Every week so many opportunities of ten units, each open for so many days, half of them won.
   */
  private static final class SteadyFirm {
    private final List<Ended> ended = new ArrayList<>();
    private final List<OpenLine> open = new ArrayList<>();
    private final List<Won> won = new ArrayList<>();
    private final double[] sold = new double[WEEKS];

    SteadyFirm(int base, int eachWeek, int... daysOpen) {
      Arrays.fill(sold, base);
      int count = 0;
      for (int week = -WEEKS - 30; week < 0; week++) {
        for (int i = 0; i < eachWeek; i++, count++) {
          LocalDate opened = NEXT.plusWeeks(week).plusDays(count % 7);
          int days = daysOpen[count / 2 % daysOpen.length];
          add("O" + count, opened, days, count % 2 == 0);
        }
      }
    }

    private void add(String number, LocalDate opened, int days, boolean isWon) {
      LocalDate closed = opened.plusDays(days);
      if (!closed.isBefore(NEXT)) {
        long soFar = ChronoUnit.DAYS.between(opened, NEXT);
        open.add(new OpenLine("bell", 10, "proposal", soFar, closed));
        return;
      }
      ended.add(new Ended(number, "proposal", days, isWon));
      LocalDate monday = closed.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      int week = WEEKS - (int) ChronoUnit.WEEKS.between(monday, NEXT);
      if (isWon && week >= 0) {
        won.add(new Won("bell", monday, 10, days));
        sold[week] += 10;
      }
    }

    ItemSignals signals() {
      Planned nothing = new Planned(List.of(), List.of());
      Facts facts = new Facts(ended, open, won, List.of(), List.of(), nothing);
      return SalesSignals.of(NEXT, facts).get("bell");
    }

    double steady() {
      return Arrays.stream(sold).skip(WEEKS - 26).sum() / 26;
    }

    /** The published demand of thirteen weeks. */
    double[] published() {
      ItemSignals signals = signals();
      LocalDate first = NEXT.minusWeeks(WEEKS);
      ItemHistory history = signals.history(first, sold);
      DemandForecast forecast =
          DemandForecaster.standard()
              .forecast(DemandSeries.of("bell", Grain.WEEK, first, history.base()));
      return forecast.ahead().stream()
          .mapToDouble(
              week ->
                  signals.published(week.period(), week.forecast(), history.wonAWeek()).published())
          .toArray();
    }
  }

  @Property(tries = 40)
  void aFirmOfASteadyPipelineIsForecastNearItsLevelSoonAndLate(
      @ForAll @IntRange(min = 0, max = 40) int base,
      @ForAll @IntRange(min = 4, max = 9) int eachWeek,
      @ForAll @IntRange(min = 7, max = 40) int soon,
      @ForAll @IntRange(min = 41, max = 120) int late) {
    SteadyFirm firm = new SteadyFirm(base, eachWeek, soon, late);
    double[] published = firm.published();
    double steady = firm.steady();

    assertThat(Arrays.stream(published).sum() / 13).isCloseTo(steady, within(STEADY * steady));
    assertThat(Arrays.stream(published, 0, 4).sum() / 4)
        .as("the first month")
        .isCloseTo(steady, within(2 * STEADY * steady));
    assertThat(Arrays.stream(published, 9, 13).sum() / 4)
        .as("the last month")
        .isCloseTo(steady, within(2 * STEADY * steady));
  }

  @Property(tries = 40)
  void everyUnitSoldIsBaseOrWonAndNeverBoth(
      @ForAll @IntRange(min = 0, max = 40) int base,
      @ForAll @IntRange(min = 1, max = 9) int eachWeek,
      @ForAll @IntRange(min = 1, max = 120) int days) {
    SteadyFirm firm = new SteadyFirm(base, eachWeek, days);
    ItemHistory history = firm.signals().history(NEXT.minusWeeks(WEEKS), firm.sold);

    for (int week = 0; week < WEEKS; week++) {
      assertThat(history.sold(week, history.base()[week])).isCloseTo(firm.sold[week], within(1e-9));
      assertThat(history.base()[week]).isNotNegative();
    }
    assertThat(Arrays.stream(history.base()).skip(WEEKS - 26).sum() / 26 + history.wonAWeek())
        .isCloseTo(firm.steady(), within(1e-9));
  }
}
