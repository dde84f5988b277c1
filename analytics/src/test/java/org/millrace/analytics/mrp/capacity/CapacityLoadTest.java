package org.millrace.analytics.mrp.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.mrp.calendar.WorkCalendar;

class CapacityLoadTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
  private static final WorkCentre SAW =
      new WorkCentre("saw", 3.2, WorkCalendar.mondayToFriday("five"));
  private static final Operation CUT = new Operation("frame", "saw", 5, 0.5);

  private static Job job(String id, double quantity, int startDay, int dueDay) {
    return new Job(
        id, "frame", quantity, 1, new Job.Span(MONDAY.plusDays(startDay), MONDAY.plusDays(dueDay)));
  }

  private static List<LoadWeek> load(Job... jobs) {
    return CapacityLoad.of(MONDAY, List.of(SAW), List.of(CUT), List.of(jobs));
  }

  @Test
  void spreadsTheWorkedJobOverTwoWeeksAndFlagsThem() {
    List<LoadWeek> weeks = load(job("frame@1", 70, 0, 14));

    assertThat(weeks).extracting(LoadWeek::load).containsExactly(20.0, 20.0);
    assertThat(weeks).extracting(LoadWeek::capacity).containsExactly(16.0, 16.0);
    assertThat(weeks).allMatch(LoadWeek::isOverload);
    assertThat(weeks.get(1).excess()).isEqualTo(4);
    assertThat(weeks.get(1).monday()).isEqualTo(MONDAY.plusWeeks(1));
  }

  @Test
  void aFullWeekIsNoOverload() {
    assertThat(load(job("frame@1", 22, 0, 5)).get(0).isOverload()).isFalse();
  }

  /** On Friday 3.2 hours are left of the week; the 4 that are asked for are too many. */
  @Test
  void ofTheRunningWeekOnlyWhatIsLeftIsThere() {
    Operation sanding = new Operation("frame", "saw", 0, 0.5);
    List<LoadWeek> weeks =
        CapacityLoad.of(
            MONDAY.plusDays(4), List.of(SAW), List.of(sanding), List.of(job("a", 8, 4, 5)));

    assertThat(weeks).singleElement().matches(LoadWeek::isOverload);
    assertThat(weeks.get(0).capacity()).isCloseTo(3.2, within(1e-9));
    assertThat(weeks.get(0).excess()).isCloseTo(0.8, within(1e-9));
  }

  @Test
  void namesTheJobsBehindAWeek() {
    assertThat(load(job("b", 10, 0, 5), job("a", 20, 3, 4)).get(0).shares())
        .containsExactly(new LoadWeek.Share("a", 15), new LoadWeek.Share("b", 10));
  }

  @Test
  void aJobWithoutTimeFallsOnItsFirstDay() {
    assertThat(load(job("a", 20, 5, 5)).get(0).load()).isEqualTo(15);
  }

  @Property(seed = "5")
  void theBarsAddUpToThePlannedHours(@ForAll long seed) {
    Random random = new Random(seed);
    List<Job> jobs = new ArrayList<>();
    double hours = 0;
    for (int i = random.nextInt(20); i > 0; i--) {
      int start = random.nextInt(40);
      Job job = job("job" + i, random.nextInt(100) + 1, start, start + random.nextInt(30));
      jobs.add(job);
      hours += 5 + 0.5 * job.quantity();
    }

    List<LoadWeek> weeks = CapacityLoad.of(MONDAY, List.of(SAW), List.of(CUT), jobs);

    assertThat(weeks.stream().mapToDouble(LoadWeek::load).sum()).isCloseTo(hours, within(1e-6));
  }

  @Test
  void refusesAnUnknownWorkCentre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CapacityLoad.of(MONDAY, List.of(), List.of(CUT), List.of()))
        .withMessageContaining("item frame names the unknown work centre saw");
  }
}
