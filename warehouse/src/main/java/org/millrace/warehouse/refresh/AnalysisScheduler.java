package org.millrace.warehouse.refresh;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.warehouse.Analysis;
import org.millrace.warehouse.CompanyOutcomes;
import org.millrace.warehouse.build.Builder;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.lake.Lake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the analyses that follow the data, each once its sources moved and its pause is over. */
public final class AnalysisScheduler {
  private static final Logger LOG = LoggerFactory.getLogger(AnalysisScheduler.class);

  private final Runs runs;
  private final List<Analysis> analyses;
  private final Lake lake;
  private final Builder builder;
  private final Clock clock;
  private final Map<String, Instant> ended = new HashMap<>();

  public AnalysisScheduler(Runs runs, Lake lake, Builder builder, Clock clock) {
    this.runs = runs;
    this.analyses = runs.following();
    this.lake = lake;
    this.builder = builder;
    this.clock = clock;
  }

  Runs runs() {
    return runs;
  }

  /** Runs those that are due, or that a company which failed waits for; true when one was done. */
  public boolean runDue() {
    List<Analysis> due =
        analyses.stream()
            .filter(each -> isBehind(each) || runs.outcomes(each.name()).isRetryDue())
            .filter(each -> !runs.outcomes(each.name()).isResting(CompanyOutcomes.ALL))
            .filter(this::isRested)
            .toList();
    return anyDone(due);
  }

  /** Runs all that are behind, rested or not, for who waits; true when one was done. */
  public boolean runBehind() {
    List<Analysis> behind = analyses.stream().filter(this::isBehind).toList();
    return anyDone(behind);
  }

  /** True when every analysis has seen its sources as they are. */
  public boolean areUpToDate() {
    return analyses.stream().noneMatch(this::isBehind);
  }

  private boolean anyDone(List<Analysis> analyses) {
    return analyses.stream().filter(this::isDone).count() > 0;
  }

  // One that fails leaves its tables as they were and is tried again when rested; others go on.
  private boolean isDone(Analysis analysis) {
    try {
      run(analysis);
      return true;
    } catch (RuntimeException failed) {
      LOG.error("The analysis {} failed; its tables stand as they were", analysis.name(), failed);
      return false;
    }
  }

  private void run(Analysis analysis) {
    Map<Table, Map<String, Long>> versions = new HashMap<>();
    tables(analysis).forEach(table -> versions.put(table, builder.sourceVersions(table)));
    LOG.info("The analysis {} begins: its sources have moved", analysis.name());
    Instant start = clock.instant();
    try {
      runs.run(analysis.name(), Optional.empty(), Optional.empty());
    } finally {
      ended.put(analysis.name(), clock.instant());
      long took = Duration.between(start, clock.instant()).toMillis();
      LOG.info("The analysis {} ended after {} ms", analysis.name(), took);
    }
    versions.forEach(builder::broughtUp);
    List<String> own = analysis.writes();
    tables(analysis).stream()
        .filter(table -> table.sources().stream().anyMatch(own::contains))
        .forEach(table -> builder.broughtUp(table, builder.sourceVersions(table)));
  }

  private boolean isBehind(Analysis analysis) {
    return tables(analysis).stream().anyMatch(builder::isWaitingForItsWriter);
  }

  private boolean isRested(Analysis analysis) {
    Instant last = ended.get(analysis.name());
    return last == null || !clock.instant().isBefore(last.plus(analysis.pause()));
  }

  private List<Table> tables(Analysis analysis) {
    return analysis.writes().stream().map(lake.catalog()::named).toList();
  }
}
