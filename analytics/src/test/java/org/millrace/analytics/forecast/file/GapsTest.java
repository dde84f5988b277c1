package org.millrace.analytics.forecast.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.analytics.forecast.season.Seasons;

class GapsTest {

  private static final LocalDate MONDAY = LocalDate.of(2018, 1, 1);

  @TempDir private Path folder;

  @Test
  void aStrayDayBelongsToItsWeekAndMissingWeeksAreFilledWithTheirSeason() throws IOException {
    IntFunction<String> dayOff = i -> MONDAY.plusDays(7L * i + (i == 30 ? 1 : 0)).toString();

    TestingRun run =
        TestingRun.of(
            folder, rows(160, i -> i < 60 || i >= 70, dayOff), "--season", "52", "--horizon", "26");

    assertThat(run.said())
        .startsWith(
            """
            millrace: 1 series with missing periods, filled as the ones around them and the \
            season say; write 0 where there was no demand
              'a': 10 of 160, the first after 2019-02-18 (line 61)
            millrace: 1 series with times off their regular step, moved to the nearest one
              'a': 1 of 150, the first 2018-07-31 (line 32)
            """);
    for (int step = 1; step <= 26; step++) {
      assertThat(mean(run, step)).as("step " + step).isCloseTo(season(159 + step), within(10.0));
    }
  }

  @Test
  void aMissingPeriodGetsItsSeasonAndIsNotMadeNegative() {
    double[] closed =
        NamedSeries.closed(Seasons.of(4), 0, 0, 0, 8, 0, 0, 0, 8, 0, 0, 0, Double.NaN, 0, 0, 0, 8);

    assertThat(closed[11]).isCloseTo(8, within(0.5));
    assertThat(NamedSeries.closed(Seasons.of(3), 1, Double.NaN, 0, 5, 0, 6, 0, 0, 3, 1)[1])
        .isZero();
  }

  @Test
  void eachWeekMayHaveItsOwnDay() {
    assertThat(Steps.ofDates(0, 7 * 1440, 15 * 1440, 20 * 1440, 37 * 1440).places())
        .containsExactly(0, 1, 2, 3, 5);
  }

  @Test
  void monthsAsNumbersAreMonths() throws IOException {
    IntFunction<String> month = i -> "%d%02d".formatted(2015 + i / 12, 1 + i % 12);

    TestingRun run =
        TestingRun.of(folder, rows(60, i -> i < 20 || i >= 25, month), "--horizon", "2");

    assertThat(run.said()).contains("'a': 5 of 60, the first after 2016-08-01 (line 21)");
    assertThat(places(20151230, 20151231, 20160101, 20160103)).containsExactly(0, 1, 2, 4);
    assertThat(places(201552, 201553, 201601, 201603)).containsExactly(0, 1, 2, 4);
    assertThat(places(20153, 20154, 20162)).containsExactly(0, 1, 3);
    assertThat(DigitDates.minutes(201551, 201552, 201553, 201554)).as("a count").isEmpty();
    assertThat(DigitDates.minutes(1, 2)).isEmpty();
  }

  @Test
  void aShopClosedOnSundaysHasWeeksOfSixDays() throws IOException {
    IntPredicate isOpen = i -> MONDAY.plusDays(i).getDayOfWeek() != DayOfWeek.SUNDAY;
    StringBuilder text = new StringBuilder("series,t,value\n");
    for (int i = 0; i < 200; i++) {
      if (isOpen.test(i) && i != 95) {
        text.append("a,%s,%d\n".formatted(MONDAY.plusDays(i), 100 + 10 * (i % 7)));
      }
    }

    TestingRun run = TestingRun.of(folder, text.toString(), "--season", "6", "--horizon", "6");

    assertThat(run.said())
        .contains("'a': 1 of 172, the first after 2018-04-05 (line 83)")
        .contains("millrace: 1 series without any value on some weekday")
        .contains("'a': Sunday; a week takes 6 steps");
    double[] expected = {140, 150, 100, 110, 120, 130};
    for (int step = 1; step <= 6; step++) {
      assertThat(mean(run, step)).as("step " + step).isCloseTo(expected[step - 1], within(6.0));
    }
  }

  @Test
  void oneSundayWithoutAValueIsAGap() {
    long[] minutes =
        IntStream.range(0, 12)
            .filter(i -> i != 6)
            .mapToLong(i -> Steps.time(MONDAY.plusDays(i).toString(), "t"))
            .toArray();

    assertThat(Steps.ofDates(minutes).places()).endsWith(5, 7, 8, 9, 10, 11);
    assertThat(Steps.ofDates(minutes).weekdays()).isEmpty();
  }

  @Test
  void aLongGapIsSaidAndFilled() throws IOException {
    TestingRun run =
        TestingRun.of(
            folder,
            "series,t,value\na,2015-01-01,1\na,2015-02-01,2\na,2015-03-01,3\na,2030-01-01,50\n",
            "--horizon",
            "2");

    assertThat(run.said()).contains("'a': 177 of 181, the first after 2015-03-01 (line 4)");
  }

  @Test
  void timesWithoutARegularStepAreTakenOneAfterTheOtherAndSaid() throws IOException {
    TestingRun run =
        TestingRun.of(
            folder, "series,t,value\na,1,5\na,2,6\na,3,5\na,9000000,6\nb,1,5\n", "--horizon", "2");

    assertThat(run.said())
        .startsWith(
            """
            millrace: 1 series of no regular step, their values taken one after the other
              'a': first at 9000000 (line 5)
            """);
    assertThat(Steps.ofDates(0, 28 * 1440, 56 * 1440, 112 * 1440).places())
        .as("periods of four weeks, of which two begin in one month")
        .containsExactly(0, 1, 2, 4);
  }

  @Test
  void aSparseItemHasTheStepsOfItsFile() throws IOException {
    String weekly = rows(30, i -> true, i -> MONDAY.plusDays(7L * i).toString());
    String sparse =
        rows(30, i -> i % 2 == 0, i -> MONDAY.plusDays(7L * i).toString())
            .replace("series,t,value\n", "")
            .replace("a,", "b,");

    TestingRun run = TestingRun.of(folder, weekly + sparse, "--horizon", "2");

    assertThat(run.said()).contains("  'b': 14 of 29, the first after 2018-01-01 (line 32)\n");
    assertThat(run.said()).doesNotContain("'a'");
  }

  @Test
  void seriesOfAnotherSeasonHaveStepsOfTheirOwn() throws IOException {
    String months =
        IntStream.range(0, 30)
            .mapToObj(i -> "a,%d-%02d,%d,12\n".formatted(2015 + i / 12, 1 + i % 12, i))
            .collect(Collectors.joining());
    String years =
        IntStream.range(0, 10)
            .mapToObj(i -> "b,%d-01,%d,1\n".formatted(2005 + i, i))
            .collect(Collectors.joining());

    TestingRun run =
        TestingRun.of(
            folder,
            "series,t,value,season\n" + months + years,
            "--season-column",
            "season",
            "--horizon",
            "2");

    assertThat(run.status()).as(run.said()).isZero();
    assertThat(run.said()).doesNotContain("millrace:");
  }

  @Test
  void aMonthlySeriesAmongWeeklyOnesStaysMonthly() throws IOException {
    String weekly = rows(30, i -> true, i -> MONDAY.plusDays(7L * i).toString());
    String monthly =
        rows(12, i -> true, i -> MONDAY.plusMonths(i).toString())
            .replace("series,t,value\n", "")
            .replace("a,", "b,");

    TestingRun run = TestingRun.of(folder, weekly + monthly, "--horizon", "2");

    assertThat(run.said()).doesNotContain("millrace:");
  }

  @Test
  void blanksWithinAWideSeriesAreSaidAndThoseAroundItAreNot() throws IOException {
    TestingRun run =
        TestingRun.of(
            folder,
            "id,V1,V2,V3,V4,V5,V6\na,4,,5,NA,,7\nb,,5,6,7,,\nc,1,,3,,,\n",
            "--horizon",
            "2");

    assertThat(run.said())
        .startsWith("millrace: 2 series with missing periods")
        .contains("  'a': 3 of 6, the first after V1 (line 2)\n")
        .contains("  'c': 1 of 3, the first after V1 (line 4)\n")
        .doesNotContain("'b'");
  }

  @Test
  void lastRowsWithoutAValueAreSaid() throws IOException {
    TestingRun run =
        TestingRun.of(
            folder, "series,t,value\na,2020-01,5\na,2020-02,6\na,2020-03,NA\n", "--horizon", "2");

    assertThat(run.said()).contains("ending in rows").contains("'a': 1 after 2020-02-01 (line 3)");
  }

  @Test
  void manyRemarksAreCut() throws IOException {
    String text =
        IntStream.range(0, 12).mapToObj(i -> "s" + i + ",1,,3\n").collect(Collectors.joining());

    TestingRun run = TestingRun.of(folder, "id,1,2,3\n" + text, "--horizon", "2");

    assertThat(run.said()).contains("12 series with missing").contains("  ... and 2 more\n");
    assertThat(run.said()).doesNotContain("'s10'");
  }

  @Test
  void aRegularFileNeedsNoRemark() throws IOException {
    TestingRun run = TestingRun.of(folder, rows(60, i -> true, String::valueOf), "--horizon", "2");

    assertThat(run.said()).doesNotContain("millrace:");
  }

  private static int[] places(long... digits) {
    return Steps.ofDates(DigitDates.minutes(digits).orElseThrow()).places();
  }

  /** Rows of a season of 52 whose times a function writes. */
  private static String rows(int count, IntPredicate isThere, IntFunction<String> time) {
    return IntStream.range(0, count)
        .filter(isThere)
        .mapToObj(i -> "a,%s,%.3f\n".formatted(time.apply(i), season(i)))
        .collect(Collectors.joining("", "series,t,value\n", ""));
  }

  private static double season(int week) {
    return 100 + 50 * Math.sin(2 * Math.PI * week / 52);
  }

  private static double mean(TestingRun run, int step) {
    return Double.parseDouble(run.rows().get(step).split(",")[2]);
  }
}
