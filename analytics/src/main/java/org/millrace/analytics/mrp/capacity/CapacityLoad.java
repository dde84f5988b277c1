package org.millrace.analytics.mrp.capacity;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Load of work centres without limit: the hours of a job, {@code setup * orders + hours *
 * quantity}, spread evenly over the working days of its span. Worked: 70 units at 0.5 h with 5 h of
 * setup are 40 h; over two weeks of five days that is 20 h a week, an overload for 16 h a week. Of
 * the running week only what is left counts, as work that is done is no load either.
 */
public final class CapacityLoad {

  private final Map<String, WorkCentre> centres = new TreeMap<>();
  private final Map<String, List<Operation>> operations = new HashMap<>();
  private final SortedMap<String, SortedMap<LocalDate, List<LoadWeek.Share>>> shares =
      new TreeMap<>();

  private final LocalDate asOf;

  private CapacityLoad(
      LocalDate asOf, Collection<WorkCentre> workCentres, Collection<Operation> steps) {
    this.asOf = asOf;
    for (WorkCentre centre : workCentres) {
      if (centres.put(centre.id(), centre) != null) {
        throw new IllegalArgumentException(
            "Work centre %s is given more than once".formatted(centre.id()));
      }
    }
    for (Operation step : steps) {
      if (!centres.containsKey(step.workCentre())) {
        throw new IllegalArgumentException(
            "Operation of item %s names the unknown work centre %s"
                .formatted(step.item(), step.workCentre()));
      }
      operations.computeIfAbsent(step.item(), item -> new ArrayList<>()).add(step);
    }
  }

  /**
   * The weeks with load as of a day, by work centre and week; a job without an operation loads
   * nothing.
   */
  public static List<LoadWeek> of(
      LocalDate asOf,
      Collection<WorkCentre> workCentres,
      Collection<Operation> steps,
      Collection<Job> jobs) {
    CapacityLoad load = new CapacityLoad(asOf, workCentres, steps);
    jobs.stream().sorted(Comparator.comparing(Job::id)).forEach(load::add);
    return load.weeks();
  }

  private void add(Job job) {
    for (Operation step : operations.getOrDefault(job.item(), List.of())) {
      double hours = step.hours(job);
      if (hours > 0) {
        spread(job, hours, centre(step.workCentre()));
      }
    }
  }

  private WorkCentre centre(String id) {
    return requireNonNull(centres.get(id));
  }

  private void spread(Job job, double hours, WorkCentre centre) {
    List<LocalDate> days =
        job.span()
            .start()
            .datesUntil(job.span().due())
            .filter(centre.calendar()::isWorkDay)
            .toList();
    if (days.isEmpty()) {
      days = List.of(job.span().start());
    }
    SortedMap<LocalDate, Integer> daysOfWeek = new TreeMap<>();
    days.forEach(day -> daysOfWeek.merge(monday(day), 1, Integer::sum));
    int count = days.size();
    daysOfWeek.forEach(
        (monday, inWeek) ->
            shares
                .computeIfAbsent(centre.id(), id -> new TreeMap<>())
                .computeIfAbsent(monday, week -> new ArrayList<>())
                .add(new LoadWeek.Share(job.id(), hours * inWeek / count)));
  }

  private List<LoadWeek> weeks() {
    List<LoadWeek> weeks = new ArrayList<>();
    shares.forEach(
        (centre, byWeek) ->
            byWeek.forEach(
                (monday, parts) ->
                    weeks.add(
                        new LoadWeek(
                            centre,
                            monday,
                            parts.stream().mapToDouble(LoadWeek.Share::hours).sum(),
                            centre(centre).hours(monday, asOf),
                            parts))));
    return weeks;
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
