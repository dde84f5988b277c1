package org.millrace.warehouse.refresh;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.warehouse.build.Builder;
import org.millrace.warehouse.build.Built;
import org.millrace.warehouse.catalog.Layer;
import org.millrace.warehouse.catalog.Refresh;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.check.CheckResult;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.publish.Mart;
import org.millrace.warehouse.publish.Publisher;

/**
 * One cycle after the other for the tables of one pace: bronze to silver, silver to gold, gold to
 * the mart.
 *
 * <p>A kill at any point is harmless: silver merges may be repeated, gold is built from versions
 * noted after it was written, the mart carries its version in the transaction of its rows.
 */
public final class TableRefresh {
  private final Refresh pace;
  private final Lake lake;
  private final Builder builder;
  private final Mart mart;
  private final Publisher publisher;
  private final Clock clock;

  /** A refresh over tables of which nothing but the builder knows faults. */
  public TableRefresh(Refresh pace, Lake lake, Builder builder, Mart mart, Clock clock) {
    this(pace, lake, builder, mart, clock, table -> "");
  }

  /** Says with each published table also why the analysis behind it failed. */
  public TableRefresh(
      Refresh pace,
      Lake lake,
      Builder builder,
      Mart mart,
      Clock clock,
      Function<Table, String> analysisFault) {
    this.pace = pace;
    this.lake = lake;
    this.builder = builder;
    this.mart = mart;
    this.publisher =
        new Publisher(
            lake,
            mart,
            clock,
            table ->
                Stream.of(builder.fault(table), analysisFault.apply(table))
                    .filter(fault -> !fault.isEmpty())
                    .collect(Collectors.joining("; ")));
    this.clock = clock;
  }

  /** What a cycle did; {@code completeTo} only when it took in all of bronze. */
  public record Cycle(
      long bronzeVersion,
      Optional<Instant> completeTo,
      List<String> built,
      List<CheckResult> checks,
      Duration took) {
    public Cycle {
      built = List.copyOf(built);
      checks = List.copyOf(checks);
    }

    /** This cycle and the one that followed at once, as one. */
    public Cycle then(Cycle next) {
      return new Cycle(
          next.bronzeVersion(),
          next.completeTo(),
          Stream.concat(built.stream(), next.built().stream()).distinct().toList(),
          Stream.concat(checks.stream(), next.checks().stream()).toList(),
          took.plus(next.took()));
    }
  }

  /** Runs one cycle; the moment is asked before the version, so it never promises too much. */
  public Cycle run() throws SQLException {
    Instant start = clock.instant();
    Optional<Instant> moment = mart.bronzeCompleteTo();
    long version = builder.bronzeVersion();
    List<Built> built = new ArrayList<>(builder.fillColumns());
    built.addAll(builder.mergeNext(pace, version));
    built.addAll(builder.buildGold(pace));
    boolean caughtUp = builder.silverVersion(pace) >= version;
    List<Table> published = published();
    List<Table> complete =
        published.stream()
            .filter(table -> !builder.isWaitingForItsWriter(table))
            .filter(table -> builder.fault(table).isEmpty())
            .toList();
    List<CheckResult> checks =
        publisher.publish(published, complete, built, caughtUp ? moment : Optional.empty());
    builder.save();
    return new Cycle(
        builder.silverVersion(pace),
        caughtUp ? moment : Optional.empty(),
        built.stream().map(each -> each.table().sql()).toList(),
        checks,
        Duration.between(start, clock.instant()));
  }

  /** Makes the tables of the mart that are missing. */
  void prepare() throws SQLException {
    mart.prepare(published());
  }

  /** The moment it is by the database, asked on a connection of its own. */
  Instant now() throws SQLException {
    try (Mart own = new Mart(mart)) {
      return own.now();
    }
  }

  /** The gold tables that this refresh brings to the mart. */
  public List<Table> published() {
    return lake.catalog().tables(Layer.GOLD).stream()
        .filter(table -> (table.refresh() == Refresh.LIVE) == (pace == Refresh.LIVE))
        .toList();
  }
}
