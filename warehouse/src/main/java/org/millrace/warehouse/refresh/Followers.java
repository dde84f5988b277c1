package org.millrace.warehouse.refresh;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.warehouse.Analysis;
import org.millrace.warehouse.AnalysisRun;
import org.millrace.warehouse.build.Builder;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.lake.Lake;

/** Calls the analyses that follow the data, each once its sources moved and its pause is over. */
public final class Followers {
  private final List<Analysis> analyses;
  private final Lake lake;
  private final Builder builder;
  private final Clock clock;
  private final Map<String, Instant> ended = new HashMap<>();

  public Followers(List<Analysis> analyses, Lake lake, Builder builder, Clock clock) {
    this.analyses = analyses.stream().filter(Analysis::follows).toList();
    this.lake = lake;
    this.builder = builder;
    this.clock = clock;
  }

  /** Runs those that are due. */
  public void runDue() {
    analyses.stream().filter(this::isBehind).filter(this::isRested).forEach(this::run);
  }

  /** Runs all that are behind, rested or not. */
  public void runBehind() {
    analyses.stream().filter(this::isBehind).forEach(this::run);
  }

  /** True when every analysis has seen its sources as they are. */
  public boolean areUpToDate() {
    return analyses.stream().noneMatch(this::isBehind);
  }

  private void run(Analysis analysis) {
    Map<Table, Map<String, Long>> versions = new HashMap<>();
    tables(analysis).forEach(table -> versions.put(table, builder.sourceVersions(table)));
    try {
      analysis.run(new AnalysisRun(lake, Optional.empty(), Optional.empty()));
    } finally {
      ended.put(analysis.name(), clock.instant());
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
