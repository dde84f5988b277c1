package org.millrace.analytics.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.millrace.warehouse.AnalysisRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what is due. A run that was asked for covers the companies and the day named. A run by
 * itself covers the companies whose data changed, as of their own last business day; it replaces
 * the run by itself before it in the same span (week or month), so that days pass without rows
 * piling up.
 *
 * <p>What was seen is kept in memory: after a restart each company is analysed once more.
 */
public final class Schedule {

  private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(30);
  private static final int PAUSE_PER_RUN = 10;

  private final Clock clock;
  private final UnaryOperator<LocalDate> span;
  private final Map<String, Target> byItself = new TreeMap<>();
  private Duration lastRun = Duration.ZERO;

  /** The span maps a day to the first day of its week or month. */
  public Schedule(Clock clock, UnaryOperator<LocalDate> span) {
    this.clock = clock;
    this.span = span;
  }

  /**
   * Analyses each company that is due, or all of them as of a day that was asked for. One that
   * fails is told to the outcomes, keeps the rows it had and rests; who asked for it alone hears it
   * too.
   *
   * @return what the analysis says of each that did not fail
   */
  public <T> List<T> each(
      AnalysisRun run, Collection<CompanyState> companies, Function<Target, T> analysis) {
    boolean asked = run.asOf().isPresent();
    List<T> results = new ArrayList<>();
    for (Target target : asked ? asked(run.asOf().get(), companies) : due(companies)) {
      if (!asked && run.company().isEmpty() && run.outcomes().isResting(target.company())) {
        continue;
      }
      Instant start = clock.instant();
      try {
        results.add(analysis.apply(target));
      } catch (RuntimeException failed) {
        tell(run, target, failed);
        continue;
      }
      run.outcomes().done(target.company(), target.asOf());
      if (!asked) {
        done(target, Duration.between(start, clock.instant()));
      }
    }
    return results;
  }

  private static void tell(AnalysisRun run, Target target, RuntimeException failed) {
    run.outcomes().failed(target.company(), Optional.of(target.asOf()), failed);
    if (run.company().isPresent()) {
      throw failed;
    }
    LOG.error(
        "Company {} as of {} failed; its rows stand as they were",
        target.company(),
        target.asOf(),
        failed);
  }

  private synchronized List<Target> asked(LocalDate asOf, Collection<CompanyState> companies) {
    return companies.stream()
        .map(state -> new Target(state, asOf, new TreeSet<>()))
        .peek(this::keepWhatWasAsked)
        .toList();
  }

  private synchronized List<Target> due(Collection<CompanyState> companies) {
    return companies.stream()
        .filter(state -> !isSeen(state))
        .map(state -> new Target(state, state.lastDay(), replaced(state)))
        .toList();
  }

  private synchronized void done(Target target, Duration took) {
    byItself.put(target.company(), target);
    lastRun = took;
  }

  /** How long to wait after a run by itself, so that runs take a tenth of the time at most. */
  public synchronized Duration pause() {
    Duration pause = lastRun.multipliedBy(PAUSE_PER_RUN);
    return pause.compareTo(SHORTEST_PAUSE) > 0 ? pause : SHORTEST_PAUSE;
  }

  private boolean isSeen(CompanyState state) {
    return last(state).map(target -> target.state().equals(state)).orElse(false);
  }

  private SortedSet<LocalDate> replaced(CompanyState state) {
    SortedSet<LocalDate> days = new TreeSet<>();
    last(state)
        .map(Target::asOf)
        .filter(day -> span.apply(day).equals(span.apply(state.lastDay())))
        .ifPresent(days::add);
    return days;
  }

  private Optional<Target> last(CompanyState state) {
    return Optional.ofNullable(byItself.get(state.company()));
  }

  private void keepWhatWasAsked(Target asked) {
    byItself.computeIfPresent(
        asked.company(), (company, last) -> last.asOf().equals(asked.asOf()) ? null : last);
  }
}
