package org.millrace.analytics.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.mrp.facts.Demand;
import org.millrace.analytics.planning.CompanyFacts.ForecastWeek;
import org.millrace.analytics.planning.CompanyFacts.Unit;

class ForecastNettingTest {

  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 6, 3);
  private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
  private static final double TOLERANCE = 1e-6;

  private static List<ForecastWeek> weeks(double soldInFirst, List<Double> quantities) {
    List<ForecastWeek> weeks = new ArrayList<>();
    for (double quantity : quantities) {
      double sold = weeks.isEmpty() ? soldInFirst : 0;
      weeks.add(new ForecastWeek("BIKE", MONDAY.plusWeeks(weeks.size()), quantity, sold, quantity));
    }
    return weeks;
  }

  private static List<Demand> net(List<ForecastWeek> weeks, double ordered, Unit unit) {
    return net(weeks, Map.of(WEDNESDAY, ordered), unit);
  }

  private static List<Demand> net(
      List<ForecastWeek> weeks, Map<LocalDate, Double> ordered, Unit unit) {
    return new ForecastNetting(WEDNESDAY).net(weeks, ordered, unit);
  }

  private static double sum(List<Demand> demands) {
    return demands.stream().mapToDouble(Demand::quantity).sum();
  }

  @Test
  void ordersTakeThePlaceOfForecastFromTheRunningWeekOn() {
    List<Demand> demands = net(weeks(5, List.of(20.0, 20.0, 20.0)), 30, Unit.PIECES);

    assertThat(demands)
        .containsExactly(
            Demand.forecast("BIKE/2026-06-08", "BIKE", LocalDate.of(2026, 6, 8), 5),
            Demand.forecast("BIKE/2026-06-15", "BIKE", LocalDate.of(2026, 6, 15), 20));
  }

  @Test
  void anOrderTakesThePlaceOfForecastFromTheWeekItIsDueIn() {
    Map<LocalDate, Double> ordered = Map.of(WEDNESDAY, 10.0, LocalDate.of(2026, 6, 10), 30.0);
    List<Demand> demands = net(weeks(5, List.of(20.0, 20.0, 20.0)), ordered, Unit.PIECES);

    // 20 - 5 sold - 10 = 5; 20 - 20 = 0; 20 - the 10 that are left of the 30 = 10
    assertThat(demands)
        .containsExactly(
            Demand.forecast("BIKE/2026-06-01", "BIKE", WEDNESDAY, 5),
            Demand.forecast("BIKE/2026-06-15", "BIKE", LocalDate.of(2026, 6, 15), 10));
  }

  @Test
  void anOrderForAWeekWithoutForecastLeavesTheForecastAlone() {
    Map<LocalDate, Double> ordered = Map.of(LocalDate.of(2026, 8, 3), 30.0);

    assertThat(sum(net(weeks(0, List.of(20.0, 20.0)), ordered, Unit.PIECES))).isEqualTo(40);
  }

  @Test
  void aLateOrderIsWantedInTheRunningWeek() {
    Map<LocalDate, Double> ordered = Map.of(MONDAY.minusWeeks(9), 15.0, MONDAY.minusDays(1), 5.0);
    List<Demand> demands = net(weeks(0, List.of(20.0, 20.0)), ordered, Unit.PIECES);

    assertThat(demands)
        .containsExactly(Demand.forecast("BIKE/2026-06-08", "BIKE", LocalDate.of(2026, 6, 8), 20));
  }

  @Test
  void whatIsLeftOfTheRunningWeekIsWantedToday() {
    assertThat(net(weeks(5, List.of(20.0)), 0, Unit.PIECES))
        .containsExactly(Demand.forecast("BIKE/2026-06-01", "BIKE", WEDNESDAY, 15));
  }

  @Test
  void ordersReachFourWeeksAheadAtMost() {
    List<Demand> demands = net(weeks(0, Collections.nCopies(6, 10.0)), 1_000, Unit.PIECES);

    assertThat(demands)
        .containsExactly(Demand.forecast("BIKE/2026-07-06", "BIKE", LocalDate.of(2026, 7, 6), 10));
  }

  @Test
  void weeksThatAreOverWantNothing() {
    List<ForecastWeek> past = List.of(new ForecastWeek("BIKE", MONDAY.minusWeeks(1), 20, 0, 20));

    assertThat(net(past, 0, Unit.PIECES)).isEmpty();
  }

  @Test
  void piecesAreWantedWholeAndWhatIsRoundedGoesIntoTheNextWeek() {
    assertThat(net(weeks(0, List.of(0.4, 0.4, 0.4)), 0, Unit.PIECES))
        .containsExactly(Demand.forecast("BIKE/2026-06-08", "BIKE", LocalDate.of(2026, 6, 8), 1));
    assertThat(sum(net(weeks(0, List.of(0.4, 0.4, 0.4)), 0, Unit.OTHER)))
        .isCloseTo(1.2, within(TOLERANCE));
  }

  @Property(tries = 500)
  void neverFallsBelowNothingAndNeverWantsMoreThanForecast(
      @ForAll @Size(max = 13) List<@DoubleRange(min = 0, max = 500) Double> quantities,
      @ForAll @DoubleRange(min = -50, max = 900) double ordered,
      @ForAll @DoubleRange(min = -50, max = 900) double sold) {
    List<ForecastWeek> weeks = weeks(sold, quantities);
    double forecast = quantities.stream().mapToDouble(Double::doubleValue).sum();
    List<Demand> demands = net(weeks, ordered, Unit.OTHER);

    assertThat(demands).allMatch(demand -> demand.quantity() > 0);
    assertThat(demands).noneMatch(demand -> demand.due().isBefore(WEDNESDAY));
    assertThat(sum(demands)).isLessThanOrEqualTo(forecast + TOLERANCE);
    assertThat(sum(demands))
        .isGreaterThanOrEqualTo(forecast - Math.max(0, ordered) - Math.max(0, sold) - TOLERANCE);
  }

  @Property(tries = 300)
  void datedOrdersTakeAsMuchAsTheyAreAndNothingBeforeTheyAreDue(
      @ForAll @Size(min = 1, max = 13) List<@DoubleRange(min = 0, max = 90) Double> quantities,
      @ForAll @Size(max = 6)
          Map<@IntRange(min = 0, max = 90) Integer, @DoubleRange(min = 0, max = 200) Double>
              ordered) {
    Map<LocalDate, Double> dated = new TreeMap<>();
    ordered.forEach((days, quantity) -> dated.put(WEDNESDAY.plusDays(days), quantity));
    List<ForecastWeek> weeks = weeks(0, quantities);
    List<Demand> before = net(weeks, Map.of(), Unit.OTHER);
    List<Demand> demands = net(weeks, dated, Unit.OTHER);
    double asked = dated.values().stream().mapToDouble(Double::doubleValue).sum();
    LocalDate first =
        dated.keySet().stream().findFirst().orElse(LocalDate.MAX.minusYears(1)).minusDays(6);

    assertThat(sum(demands)).isBetween(sum(before) - asked - TOLERANCE, sum(before) + TOLERANCE);
    assertThat(demands)
        .containsAll(before.stream().filter(week -> week.due().isBefore(first)).toList());
  }

  @Property(tries = 300)
  void wholePiecesAddUpToTheForecastWithinAHalf(
      @ForAll @Size(max = 13) List<@DoubleRange(min = 0, max = 50) Double> quantities,
      @ForAll @DoubleRange(min = 0, max = 90) double ordered) {
    List<ForecastWeek> weeks = weeks(0, quantities);
    List<Demand> pieces = net(weeks, ordered, Unit.PIECES);

    assertThat(pieces).allMatch(demand -> demand.quantity() == Math.rint(demand.quantity()));
    assertThat(sum(pieces))
        .isCloseTo(sum(net(weeks, ordered, Unit.OTHER)), within(0.5 + TOLERANCE));
  }

  @Property(tries = 100)
  void theOrderOfTheWeeksDoesNotMatter(
      @ForAll @Size(min = 2, max = 13) List<@DoubleRange(min = 0, max = 50) Double> quantities,
      @ForAll @DoubleRange(min = 0, max = 90) double ordered,
      @ForAll long seed) {
    List<ForecastWeek> weeks = weeks(3, quantities);
    List<ForecastWeek> shuffled = new ArrayList<>(weeks);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(net(shuffled, ordered, Unit.PIECES)).isEqualTo(net(weeks, ordered, Unit.PIECES));
  }
}
