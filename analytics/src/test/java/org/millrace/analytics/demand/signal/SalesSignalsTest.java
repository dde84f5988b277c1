package org.millrace.analytics.demand.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.demand.signal.ItemSignals.Span;
import org.millrace.analytics.demand.signal.SalesSignals.Campaign;
import org.millrace.analytics.demand.signal.SalesSignals.Facts;
import org.millrace.analytics.demand.signal.SalesSignals.OpenLine;
import org.millrace.analytics.demand.signal.SalesSignals.Overriding;
import org.millrace.analytics.demand.signal.SalesSignals.Planned;
import org.millrace.analytics.demand.signal.SalesSignals.Units;
import org.millrace.analytics.demand.signal.SalesSignals.Won;
import org.millrace.analytics.demand.signal.StageConversion.Ended;

class SalesSignalsTest {

  private static final LocalDate NEXT = LocalDate.of(2026, 6, 1);
  private static final double ROUNDING = 1e-9;
  private static final Planned NOTHING = new Planned(List.of(), List.of());

  private static List<Ended> tenOfTwentyWon() {
    List<Ended> ended = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ended.add(new Ended("O" + i, "proposal", 5, i < 10));
    }
    return ended;
  }

  private static Facts opportunities(OpenLine... open) {
    return new Facts(tenOfTwentyWon(), List.of(open), List.of(), List.of(), List.of(), NOTHING);
  }

  @Test
  void expectsOpenLinesByConversionInTheWeekTheyMayBeWon() {
    double share = (10 + 10 * (10 / 30.0)) / 30;
    Map<String, ItemSignals> signals =
        SalesSignals.of(
            NEXT,
            opportunities(
                new OpenLine("bell", 90, "proposal", 3, NEXT.plusDays(10)),
                new OpenLine("bell", 9, "proposal", 3, NEXT.minusDays(40))));

    assertThat(signals.get("bell").deals().open().get(NEXT.plusWeeks(1)))
        .isCloseTo(90 * share, within(ROUNDING));
    assertThat(signals.get("bell").deals().open().get(NEXT))
        .as("a close date that has passed counts in the first week")
        .isCloseTo(9 * share, within(ROUNDING));
  }

  @Test
  void measuresUpliftOnWholeWeeksBesideTheWeeksBefore() {
    LocalDate start = NEXT.minusWeeks(8);
    List<Units> sold = new ArrayList<>();
    for (int week = -16; week < 0; week++) {
      boolean isLifted = week >= -8 && week < -4;
      sold.add(new Units("bell", NEXT.plusWeeks(week), isLifted ? 30 : 10));
    }
    List<Campaign> campaigns =
        List.of(
            new Campaign("bell", new Span(start, start.plusDays(27))),
            new Campaign("bell", new Span(NEXT.plusDays(7), NEXT.plusDays(13))));

    ItemSignals bell =
        SalesSignals.of(NEXT, new Facts(List.of(), List.of(), List.of(), campaigns, sold, NOTHING))
            .get("bell");

    double all = 4 / 12.0 * 2;
    double item = 4 / 12.0 * 2 + 8 / 12.0 * all;
    assertThat(bell.uplift()).isCloseTo(item, within(ROUNDING));
    assertThat(bell.published(NEXT, 10, 0).campaigns()).isZero();
    assertThat(bell.published(NEXT.plusWeeks(1), 10, 0).campaigns())
        .isCloseTo(10 * item, within(ROUNDING));
    assertThat(bell.history(start, 30, 10).base()[0]).isCloseTo(30 / (1 + item), within(ROUNDING));
  }

  @Test
  void takesWhatWasWonOutOfTheHistoryOnce() {
    ItemSignals bell =
        SalesSignals.of(
                NEXT,
                new Facts(
                    List.of(),
                    List.of(),
                    List.of(new Won("bell", NEXT.minusWeeks(3), 40, 10)),
                    List.of(),
                    List.of(),
                    NOTHING))
            .get("bell");

    ItemHistory history = bell.history(NEXT.minusWeeks(4), 25, 30, 30, 30);
    assertThat(history.base()).containsExactly(25, 0, 20, 30);
    assertThat(history.wonAWeek()).isEqualTo(10);
    assertThat(history.sold(2, 26)).as("10 won and 26 instead of 20").isEqualTo(36);
  }

  @Test
  void opensOrdersInTheFirstWeekAndOverridesInTheirs() {
    Planned planned =
        new Planned(
            List.of(new Units("bell", NEXT, 7), new Units("bell", NEXT, 5)),
            List.of(new Overriding("bell", "", 0, NEXT.plusWeeks(2), 120)));
    ItemSignals bell =
        SalesSignals.of(
                NEXT, new Facts(List.of(), List.of(), List.of(), List.of(), List.of(), planned))
            .get("bell");

    assertThat(bell.published(NEXT, 10, 0).ordered()).isEqualTo(12);
    assertThat(bell.published(NEXT.plusWeeks(1), 10, 0).published()).isEqualTo(10);
    assertThat(bell.published(NEXT.plusWeeks(2), 100, 0).published()).isEqualTo(120);
  }

  @Test
  void anOverrideOfALocationReplacesItsShareAndOneOfTheItemStandsOverIt() {
    LocalDate later = NEXT.plusWeeks(1);
    Planned planned =
        new Planned(
            List.of(),
            List.of(
                new Overriding("bell", "", 0, later, 70),
                new Overriding("bell", "NORTH", 0.6, NEXT, 80),
                new Overriding("bell", "SOUTH", 0.1, NEXT, 5),
                new Overriding("bell", "NORTH", 0.6, later, 80)));
    ItemSignals bell =
        SalesSignals.of(
                NEXT, new Facts(List.of(), List.of(), List.of(), List.of(), List.of(), planned))
            .get("bell");

    assertThat(bell.published(NEXT, 100, 0).published()).isCloseTo(115, within(ROUNDING));
    assertThat(bell.published(later, 100, 0).published()).isEqualTo(70);
    assertThat(bell.published(NEXT.plusWeeks(2), 100, 0).published()).isEqualTo(100);
  }

  @Test
  void knowsHowMuchOfAWeekACampaignCovers() {
    Span span = new Span(NEXT.plusDays(5), NEXT.plusDays(8));

    assertThat(span.shareOf(NEXT)).isCloseTo(2 / 7.0, within(ROUNDING));
    assertThat(span.shareOf(NEXT.plusWeeks(1))).isCloseTo(2 / 7.0, within(ROUNDING));
    assertThat(span.shareOf(NEXT.plusWeeks(2))).isZero();
  }
}
