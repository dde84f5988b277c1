package org.millrace.analytics.forecast.newitem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LaunchCourseTest {

  private static final Offset<Double> SHOWN_DIGITS = within(5e-3);
  private static final Offset<Double> ROUNDING = within(1e-6);

  private static Launch launch(double... sold) {
    return new Launch("like", Map.of(), sold);
  }

  @Test
  void reachesTheWorkedForecasts() {
    LaunchCourse course = LaunchCourse.of(List.of(launch(10, 20), launch(10, 20)), 2);

    assertThat(course.forecast(new double[0], 2))
        .containsExactly(new double[] {13.75, 16.25}, SHOWN_DIGITS);
    assertThat(course.forecast(new double[] {5}, 1)[0])
        .as("5 sold against 13.75 move a level of 15 with shape 20 and spread 1.259 to 11.628")
        .isCloseTo(12.597, SHOWN_DIGITS);
    assertThat(course.first(5)).isCloseTo(11.628 * 0.91667, SHOWN_DIGITS);
  }

  @Test
  void launchesStillGoingOnCountForTheStepsSeen() {
    LaunchCourse whole =
        LaunchCourse.of(List.of(launch(30, 10, 10, 10), launch(30, 10, 10, 10)), 4);
    LaunchCourse also =
        LaunchCourse.of(
            List.of(launch(30, 10, 10, 10), launch(30, 10, 10, 10), launch(90, 0), launch(90, 0)),
            4);

    assertThat(secondByFirst(also)).isLessThan(0.9 * secondByFirst(whole));
  }

  private static double secondByFirst(LaunchCourse course) {
    double[] forecast = course.forecast(new double[0], 2);
    return forecast[1] / forecast[0];
  }

  @Test
  void doesNotTakeTheFirstRushForTheLevel() {
    LaunchCourse course = LaunchCourse.of(simulated(60, new Random(1)), 20);
    double naive = 0;
    double like = 0;
    double signed = 0;
    double sold = 0;
    for (Launch item : simulated(200, new Random(2))) {
      double[] first = {item.at(0), item.at(1)};
      double[] forecast = course.forecast(first, 10);
      for (int step = 0; step < forecast.length; step++) {
        double actual = item.at(2 + step);
        naive += Math.abs((first[0] + first[1]) / 2 - actual);
        like += Math.abs(forecast[step] - actual);
        signed += forecast[step] - actual;
        sold += actual;
      }
    }
    assertThat(like).isLessThan(0.5 * naive);
    assertThat(signed / sold).isBetween(-0.05, 0.05);
  }

  /** Levels of every size; three times as much in the first step as later. */
  private static List<Launch> simulated(int launches, Random random) {
    List<Launch> all = new ArrayList<>();
    for (int i = 0; i < launches; i++) {
      double level = 20 * Math.exp(0.5 * random.nextGaussian());
      double[] sold = new double[20];
      for (int step = 0; step < sold.length; step++) {
        double usual = step == 0 ? 3 * level : level;
        sold[step] = Math.max(0, usual + Math.sqrt(3 * usual) * random.nextGaussian());
      }
      all.add(launch(sold));
    }
    return all;
  }

  @Property(tries = 200)
  void isFiniteNeverNegativeAndScalesWithTheUnit(
      @ForAll @Size(min = 3, max = 9)
          List<@Size(min = 1, max = 30) List<@IntRange(max = 50) Integer>> sold,
      @ForAll @Size(max = 12) List<@IntRange(max = 50) Integer> own) {
    List<Launch> pieces = sold.stream().map(each -> launch(numbers(each, 1))).toList();
    List<Launch> dozens = sold.stream().map(each -> launch(numbers(each, 12))).toList();
    if (pieces.stream().filter(each -> each.sum() > 0).count() < 2) {
      return;
    }

    double[] forecast = LaunchCourse.of(pieces, 20).forecast(numbers(own, 1), 13);
    double[] scaled = LaunchCourse.of(dozens, 20).forecast(numbers(own, 12), 13);

    for (int step = 0; step < forecast.length; step++) {
      assertThat(forecast[step]).isFinite().isNotNegative();
      assertThat(scaled[step]).isCloseTo(12 * forecast[step], ROUNDING);
    }
  }

  private static double[] numbers(List<Integer> units, int times) {
    return units.stream().mapToDouble(each -> times * each).toArray();
  }

  @Test
  void refusesLessThanTwoLaunchesThatSold() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LaunchCourse.of(List.of(launch(1, 2), launch(0, 0)), 2))
        .withMessage("A course needs at least 2 launches that sold something, but got 1 of 2.");
  }

  @Test
  void goesOnBeyondTheCourseAsInItsLastStep() {
    LaunchCourse course = LaunchCourse.of(List.of(launch(9, 6, 3), launch(9, 6, 3)), 3);

    double[] forecast = course.forecast(new double[0], 6);

    assertThat(Arrays.copyOfRange(forecast, 3, 6)).containsOnly(forecast[2]);
  }
}
