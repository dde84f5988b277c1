package org.millrace.warehouse.refresh;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.millrace.warehouse.CompanyOutcomes;
import org.millrace.warehouse.build.Builder;
import org.millrace.warehouse.catalog.Refresh;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.check.CheckBoard;
import org.millrace.warehouse.check.CheckResult;
import org.millrace.warehouse.check.Freshness;
import org.millrace.warehouse.check.LakeChecks;
import org.millrace.warehouse.check.Reconciled;
import org.millrace.warehouse.check.References;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.publish.AnalysisStamps;
import org.millrace.warehouse.publish.Mart;
import org.millrace.warehouse.upkeep.Upkeep;

/** Checks and upkeep, which take long, while no figure is waited for; and what they found. */
public final class Lookout {
  private static final Duration BETWEEN_LAKE_CHECKS = Duration.ofMinutes(5);
  private static final Duration LONGEST_WITHOUT_A_LOOK = Duration.ofMinutes(5);

  private final Lake lake;
  private final Builder builder;
  private final Mart mart;
  private final CheckBoard board;
  private final LakeChecks lakeChecks;
  private final Freshness freshness;
  private final References references;
  private final Upkeep upkeep;
  private final AnalysisStamps stamps;
  private final Map<String, Long> stamped = new HashMap<>();
  private final Clock clock;
  private Instant nextLakeChecks = Instant.EPOCH;
  private Instant lastLook;

  public Lookout(Lake lake, Builder builder, Mart mart, CheckBoard board, Clock clock) {
    this.lake = lake;
    this.builder = builder;
    this.mart = mart;
    this.board = board;
    this.clock = clock;
    this.lakeChecks = new LakeChecks(lake, clock);
    this.freshness = new Freshness(lake.catalog(), clock);
    this.references = new References(lake, clock);
    this.upkeep = new Upkeep(lake, clock);
    this.stamps = new AnalysisStamps(mart);
    this.lastLook = clock.instant();
  }

  /** Takes results in; true when one of them stops a table that was not stopped before. */
  boolean add(List<CheckResult> results) {
    return board.add(results);
  }

  /** Everything is to be looked at anew: the tables are others. */
  void forget() {
    lakeChecks.forget();
    references.forget();
    board.writeAnew();
  }

  boolean isDue() {
    return !clock.instant().isBefore(lastLook.plus(LONGEST_WITHOUT_A_LOOK));
  }

  /** Looks at everything; what takes longest only while nobody waits. */
  void look(Function<Refresh, Optional<Instant>> silver, BooleanSupplier isWaitedFor)
      throws SQLException {
    lastLook = clock.instant();
    board.add(freshness.run(completeTo(silver)));
    board.add(references.run(builder::bronzeVersion, builder::taken));
    board.add(Reconciled.results(mart.missingInBronze(), clock.instant()));
    if (!clock.instant().isBefore(nextLakeChecks)) {
      board.add(lakeChecks.run(isWaitedFor));
      if (!isWaitedFor.getAsBoolean()) {
        nextLakeChecks = clock.instant().plus(BETWEEN_LAKE_CHECKS);
      }
    }
    upkeep.run();
  }

  /** Gold by its stamp in the mart, silver by its refresh, bronze by what ingestion says. */
  private Function<Table, Optional<Instant>> completeTo(Function<Refresh, Optional<Instant>> silver)
      throws SQLException {
    Map<String, Instant> published = mart.completeTimes();
    Optional<Instant> bronze = mart.bronzeCompleteTo();
    return table ->
        switch (table.name().layer()) {
          case BRONZE -> bronze;
          case SILVER -> silver.apply(table.refresh());
          case GOLD -> Optional.ofNullable(published.get(table.name().table()));
        };
  }

  /** What an earlier process knew of the analyses. */
  void recall(Runs runs) throws SQLException {
    for (String name : runs.names()) {
      runs.outcomes(name).recall(stamps.known(name));
    }
  }

  /** Writes down how the analyses went, where one has run since the last time, and the checks. */
  void write(Runs runs) throws SQLException {
    for (String name : runs.names()) {
      CompanyOutcomes outcomes = runs.outcomes(name);
      long turns = outcomes.turns();
      if (turns != stamped.getOrDefault(name, 0L)) {
        stamps.write(name, runs.writes(name), outcomes);
        stamped.put(name, turns);
      }
    }
    board.write();
  }

  Lake lake() {
    return lake;
  }
}
