package org.millrace.dashboards.cockpit.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millrace.dashboards.definition.Chart.Comparison.PREVIOUS_PERIOD;
import static org.millrace.dashboards.definition.Chart.Comparison.PREVIOUS_YEAR;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.dashboards.cockpit.figure.Comparisons.Why;
import org.millrace.dashboards.definition.Chart;
import org.millrace.dashboards.definition.Definitions;
import org.millrace.dashboards.definition.MartTables;
import org.millrace.dashboards.definition.Metric;
import org.millrace.dashboards.definition.MetricId;
import org.millrace.dashboards.query.Period;

/** Books that begin on 13 November 2025, looked at on 29 November 2026. */
class ComparisonsTest {
  private static final Definitions SHIPPED =
      Definitions.read(Path.of("").toAbsolutePath(), MartTables.read(Path.of("..")));
  private static final Comparisons BOOKS =
      new Comparisons(Optional.of(LocalDate.parse("2025-11-13")), 1, LocalDate.parse("2026-11-29"));
  private static final Metric REVENUE = SHIPPED.metric(MetricId.of("sales/net-revenue"));
  private static final Metric CASH = SHIPPED.metric(MetricId.of("ledger/cash"));
  private static final Metric INCOME = SHIPPED.metric(MetricId.of("ledger/net-income"));

  @Test
  void holdsAMonthThatIsNotOverAgainstTheSameDays() {
    Period october = with(PREVIOUS_PERIOD, "2026-11", REVENUE).period().orElseThrow();

    assertThat(october).hasToString("2026-10");
    assertThat(october.lastDay()).contains(LocalDate.parse("2026-10-29"));
    assertThat(october.dayAfter()).hasToString("2026-10-30");
  }

  @Test
  void holdsAMonthThatIsOverAgainstAWholeOne() {
    Period september = with(PREVIOUS_PERIOD, "2026-10", REVENUE).period().orElseThrow();

    assertThat(september).isEqualTo(Period.of("2026-09"));
  }

  @Test
  void comparesWithNothingThatTheBooksDoNotCover() {
    assertThat(with(PREVIOUS_YEAR, "2026-11", REVENUE).why()).contains(Why.NOT_COVERED);
    assertThat(with(PREVIOUS_YEAR, "2026-01..2026-11", REVENUE).why()).contains(Why.NOT_COVERED);
    assertThat(with(PREVIOUS_PERIOD, "2025-12", REVENUE).why()).contains(Why.NOT_COVERED);
    assertThat(with(PREVIOUS_PERIOD, "2026-01", REVENUE).period()).contains(Period.of("2025-12"));
  }

  @Test
  void aBalanceStandsFromTheFirstDayOn() {
    assertThat(with(PREVIOUS_YEAR, "2026-11", CASH).period()).contains(Period.of("2025-11"));
    assertThat(with(PREVIOUS_PERIOD, "2025-11", CASH).why()).contains(Why.NOT_COVERED);
  }

  @Test
  void theYearToDateHasNothingBefore() {
    Comparisons.Answer before = with(PREVIOUS_PERIOD, "2026-01..2026-10", REVENUE);

    assertThat(before.period()).isEmpty();
    assertThat(before.why()).isEmpty();
  }

  @Test
  void theYearToDateBeginsWithTheFiscalYear() {
    Comparisons april =
        new Comparisons(
            Optional.of(LocalDate.parse("2020-01-02")), 4, LocalDate.parse("2026-11-29"));

    assertThat(april.with(PREVIOUS_PERIOD, Period.of("2026-04..2026-10"), REVENUE).period())
        .isEmpty();
    assertThat(april.with(PREVIOUS_PERIOD, Period.of("2026-01..2026-03"), REVENUE).period())
        .contains(Period.of("2025-10..2025-12"));
    assertThat(april.with(PREVIOUS_PERIOD, Period.of("2025-04..2026-05"), REVENUE).period())
        .as("longer than a year")
        .contains(Period.of("2024-02..2025-03"));
  }

  @Test
  void theYearToDateIsHeldAgainstTheSameDaysOfTheYearBefore() {
    Comparisons older =
        new Comparisons(
            Optional.of(LocalDate.parse("2020-01-02")), 1, LocalDate.parse("2024-02-29"));
    Period then =
        older.with(PREVIOUS_YEAR, Period.of("2024-01..2024-02"), REVENUE).period().orElseThrow();

    assertThat(then).hasToString("2023-01..2023-02");
    assertThat(then.dayAfter()).hasToString("2023-03-01");
    assertThat(older.with(PREVIOUS_YEAR, Period.of("2021-01"), REVENUE).period())
        .as("books that begin on the first working day cover the month")
        .contains(Period.of("2020-01"));
  }

  @Test
  void aFigureWithoutDaysWaitsForTheEndOfTheMonth() {
    assertThat(with(PREVIOUS_PERIOD, "2026-11", INCOME).why()).contains(Why.MONTH_OPEN);
    assertThat(with(PREVIOUS_PERIOD, "2026-10", INCOME).period()).contains(Period.of("2026-09"));
  }

  @Test
  void saysTheDifferenceBesideAFigureOfAlmostNothingOrBelowIt() {
    assertThat(compared("1235066", "1").change()).isEmpty();
    assertThat(compared("1235066", "1").difference()).contains(new BigDecimal("1235065"));
    assertThat(compared("659664", "-29700").change()).isEmpty();
    assertThat(compared("659664", "-29700").difference()).contains(new BigDecimal("689364"));
    assertThat(compared("75", "100").change()).contains(new BigDecimal("-0.25"));
  }

  @Test
  void aLineHasAPointForEveryMonth() {
    List<ChartAnswer.Point> two = List.of(point("1999-11-01", "5"), point("2026-11-01", "7"));

    List<ChartAnswer.Point> added = Months.filled(two, REVENUE);
    assertThat(added).hasSize(27 * 12 + 1);
    assertThat(added.get(1)).isEqualTo(point("1999-12-01", "0"));
    assertThat(Months.filled(two, SHIPPED.metric(MetricId.of("sales/margin-rate"))).get(1).value())
        .as("a share of nothing is not 0")
        .isEmpty();
  }

  private static ChartAnswer.Point point(String key, String value) {
    return new ChartAnswer.Point(key, Optional.of(new BigDecimal(value)));
  }

  private static ChartAnswer.Compared compared(String now, String then) {
    return ChartAnswer.Compared.of(
        PREVIOUS_PERIOD,
        Period.of("2026-10"),
        Optional.of(new BigDecimal(now)),
        Optional.of(new BigDecimal(then)));
  }

  private static Comparisons.Answer with(Chart.Comparison against, String period, Metric metric) {
    return BOOKS.with(against, Period.of(period), metric);
  }
}
