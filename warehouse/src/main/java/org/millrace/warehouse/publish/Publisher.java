package org.millrace.warehouse.publish;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millrace.warehouse.build.Built;
import org.millrace.warehouse.build.DataFault;
import org.millrace.warehouse.catalog.Filling;
import org.millrace.warehouse.catalog.Keep;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.check.CheckResult;
import org.millrace.warehouse.check.Quarantine;
import org.millrace.warehouse.lake.Affected;
import org.millrace.warehouse.lake.Changes;
import org.millrace.warehouse.lake.DataFile;
import org.millrace.warehouse.lake.KernelTable;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.lake.RowsInHand;
import org.millrace.warehouse.publish.Mart.Stamp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings gold tables to the mart: what differs from the published Delta version, and all tables of
 * one call in one transaction. A table whose stop check fails stays as it was and is marked.
 *
 * <p>The published version stands in the same transaction as the rows. A crash before the commit
 * leaves the old rows with the old version; after it the new with the new; the next call goes on
 * from there.
 */
public final class Publisher {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  private final Lake lake;
  private final Mart mart;
  private final Clock clock;
  private final StageChecks checks;
  private final Quarantine quarantine;
  private final Function<Table, String> faults;
  private final Map<String, Long> refused = new HashMap<>();
  private Optional<Quarantine.Held> held = Optional.empty();

  /** Publishes tables of which nothing is known to be left out. */
  public Publisher(Lake lake, Mart mart, Clock clock) {
    this(lake, mart, clock, table -> "");
  }

  /** Says with each table why parts of it stand still; an empty text where none does. */
  public Publisher(Lake lake, Mart mart, Clock clock, Function<Table, String> faults) {
    this.faults = faults;
    this.lake = lake;
    this.mart = mart;
    this.clock = clock;
    this.checks = new StageChecks(clock);
    this.quarantine = new Quarantine(lake);
  }

  /**
   * Publishes those of the tables that changed. The complete ones, changed or not, are stamped as
   * complete to the moment, where one is given, and each with the rows that are held back of it.
   */
  public List<CheckResult> publish(
      List<Table> tables, List<Table> complete, List<Built> built, Optional<Instant> completeTo)
      throws SQLException {
    Connection connection = mart.connection();
    List<CheckResult> results = new ArrayList<>();
    try {
      for (Table table : tables) {
        results.addAll(publish(connection, table, built));
      }
      results.addAll(heldBack(tables));
      if (completeTo.isPresent()) {
        mart.completeTo(complete, completeTo.get());
      }
      connection.commit();
      return results;
    } catch (SQLException | RuntimeException failed) {
      connection.rollback();
      throw failed;
    }
  }

  private List<CheckResult> heldBack(List<Table> tables) throws SQLException {
    long version = quarantine.version();
    boolean moved = held.map(Quarantine.Held::version).filter(each -> each == version).isEmpty();
    if (moved) {
      held = Optional.of(quarantine.held());
    }
    Map<String, String> reasons = new HashMap<>();
    tables.forEach(
        table ->
            reasons.put(
                table.name().table(),
                Stream.of(faults.apply(table), held.orElseThrow().reason(lake, table))
                    .filter(reason -> !reason.isEmpty())
                    .collect(Collectors.joining("; "))));
    mart.heldBack(reasons);
    return moved ? quarantine.results(held.orElseThrow(), clock.instant()) : List.of();
  }

  private List<CheckResult> publish(Connection connection, Table table, List<Built> built)
      throws SQLException {
    Stamp stamp = mart.stamp(table);
    long now = lake.log(table).latest();
    String id = lake.id(table);
    if (stamp.version() == now && stamp.tableId().equals(id)) {
      return List.of();
    }
    if (Long.valueOf(now).equals(refused.get(id))) {
      return List.of();
    }
    Savepoint before = connection.setSavepoint();
    try {
      return publish(new Step(connection, table, new MartTable(table), stamp), built, before);
    } catch (SQLException failed) {
      String reason = DataFault.in(failed).orElseThrow(() -> failed);
      LOG.error("{} cannot be published at version {}", table.sql(), now, failed);
      connection.rollback(before);
      refused.put(id, now);
      mart.stopped(table, "PostgreSQL refuses a row: " + reason);
      return List.of();
    }
  }

  private List<CheckResult> publish(Step step, List<Built> built, Savepoint before)
      throws SQLException {
    Table table = step.table();
    Stamp stamp = step.stamp();
    long now = lake.log(table).latest();
    String id = lake.id(table);
    boolean same = stamp.tableId().equals(id) && stamp.version() >= 0;
    Optional<Built> inHand =
        built.stream()
            .filter(each -> lake.path(each.table()).equals(lake.path(table)))
            .filter(each -> same && each.before() == stamp.version() && each.after() == now)
            .findFirst();
    Outcome outcome =
        inHand.isPresent() && inHand.get().rows().isPresent()
            ? inHand(step, inHand.get())
            : readAgain(step, same ? changed(table, stamp.version(), now) : everything());
    Optional<String> stop = stop(outcome.results());
    if (stop.isPresent()) {
      step.connection().rollback(before);
      mart.stopped(table, stop.get());
    } else {
      step.connection().releaseSavepoint(before);
      mart.stamp(table, new Stamp(now, id, outcome.rows()), clock.instant());
    }
    return outcome.results();
  }

  /** One table on its way into the mart. */
  private record Step(Connection connection, Table table, MartTable sql, Stamp stamp) {}

  /** The rows the mart table then has, and what the checks found in those that came. */
  private record Outcome(long rows, List<CheckResult> results) {}

  private static Affected everything() {
    return Affected.everything();
  }

  private Affected changed(Table table, long from, long to) {
    return lake.log(table)
        .between(from, to)
        .map(Changes::partitions)
        .map(partitions -> Affected.ofPartitions(table, partitions))
        .orElse(everything());
  }

  private Outcome inHand(Step step, Built built) throws SQLException {
    Iterator<Row> rows = built.rows().orElseThrow().iterator();
    if (built.whole()) {
      return replacePart(step, built.affected().condition(step.table()).orElse("true"), rows);
    }
    stage(step, rows);
    List<CheckResult> results = checks.run(step.connection(), step.table(), step.sql().stage());
    if (stop(results).isPresent()) {
      return new Outcome(step.stamp().rows(), results);
    }
    long gone = update(step, built.table());
    long fresh = number(step, step.sql().upsert(newer(step, built.table())));
    return new Outcome(step.stamp().rows() - gone + fresh, results);
  }

  /** The rows of documents that came which their new version no longer has go. */
  private static long update(Step step, Table filled) throws SQLException {
    return filled.filling() instanceof Filling.FromEvents load && load.keep() == Keep.DOCUMENT
        ? update(step, step.sql().deleteOlder(filled.subject(), load.sequence()))
        : 0;
  }

  /** Facts that are there stay; documents give way to a higher sequence. */
  private static String newer(Step step, Table filled) {
    var load = (Filling.FromEvents) filled.filling();
    return load.keep() == Keep.ONCE ? "false" : step.sql().whenNewer(load.sequence());
  }

  private Outcome readAgain(Step step, Affected affected) throws SQLException {
    if (affected.isNothing()) {
      return new Outcome(step.stamp().rows(), List.of());
    }
    Optional<String> condition = affected.condition(step.table());
    Iterator<Row> rows = rows(step.table(), affected);
    return condition.isEmpty() && isSwappable(step)
        ? swapWhole(step, rows)
        : replacePart(step, condition.orElse("true"), rows);
  }

  private static boolean isSwappable(Step step) throws SQLException {
    try (Statement statement = step.connection().createStatement()) {
      return !step.sql().isReadByViews(statement);
    }
  }

  /** The rows of a part, read by Spark only where they are many. */
  private Iterator<Row> rows(Table table, Affected affected) {
    KernelTable small = lake.small(table);
    List<DataFile> files = small.files(affected);
    if (files.stream().mapToLong(DataFile::rows).sum() <= RowsInHand.MOST_ROWS) {
      return small.read(files).iterator();
    }
    Dataset<Row> all = lake.read(table.sql());
    return affected.condition(table).map(all::filter).orElse(all).toLocalIterator();
  }

  private Outcome replacePart(Step step, String condition, Iterator<Row> rows) throws SQLException {
    stage(step, rows);
    List<CheckResult> results = checks.run(step.connection(), step.table(), step.sql().stage());
    if (stop(results).isPresent()) {
      return new Outcome(step.stamp().rows(), results);
    }
    long gone = update(step, step.sql().deleteGone(condition));
    long fresh = number(step, step.sql().upsert(step.sql().whenDifferent()));
    return new Outcome(step.stamp().rows() - gone + fresh, results);
  }

  private Outcome swapWhole(Step step, Iterator<Row> rows) throws SQLException {
    MartTable sql = step.sql();
    execute(step, "DROP TABLE IF EXISTS " + sql.next());
    execute(step, sql.create(sql.next()));
    long copied = CopyRows.into(step.connection(), sql.next(), step.table(), rows);
    List<CheckResult> results = checks.run(step.connection(), step.table(), sql.next());
    if (stop(results).isPresent()) {
      return new Outcome(step.stamp().rows(), results);
    }
    for (String each : sql.finish(sql.next())) {
      execute(step, each);
    }
    execute(step, "ANALYZE " + sql.next());
    execute(step, sql.grantAlike());
    execute(step, sql.swap());
    return new Outcome(copied, results);
  }

  private static void stage(Step step, Iterator<Row> rows) throws SQLException {
    execute(step, step.sql().createStage());
    execute(step, "TRUNCATE " + step.sql().stage());
    CopyRows.into(step.connection(), step.sql().stage(), step.table(), rows);
    execute(step, "ANALYZE " + step.sql().stage());
  }

  private static Optional<String> stop(List<CheckResult> results) {
    String names =
        results.stream()
            .filter(CheckResult::stops)
            .map(result -> result.check().name() + " (" + result.failingRows() + " rows)")
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of("Failed checks: " + names);
  }

  private static void execute(Step step, String sql) throws SQLException {
    try (Statement statement = step.connection().createStatement()) {
      statement.execute(sql);
    }
  }

  private static long update(Step step, String sql) throws SQLException {
    try (Statement statement = step.connection().createStatement()) {
      return statement.executeLargeUpdate(sql);
    }
  }

  private static long number(Step step, String sql) throws SQLException {
    try (Statement statement = step.connection().createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getLong(1);
    }
  }
}
