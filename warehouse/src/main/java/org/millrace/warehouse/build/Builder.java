package org.millrace.warehouse.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.millrace.warehouse.catalog.Filling;
import org.millrace.warehouse.catalog.Layer;
import org.millrace.warehouse.catalog.Refresh;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.lake.Affected;
import org.millrace.warehouse.lake.Changes;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.lake.RowsInHand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables of one pace up to bronze: what an event or a changed source touches is built
 * again, everything else is left as it is.
 */
public final class Builder {
  private static final Logger LOG = LoggerFactory.getLogger(Builder.class);

  private final Lake lake;
  private final Progress progress;
  private final Bronze bronze;
  private final ExecutorService workers;
  private final Sizes sizes;
  private final GoldFaults faults = new GoldFaults();

  public Builder(Lake lake, ExecutorService workers) {
    this(lake, workers, Sizes.DEFAULT);
  }

  Builder(Lake lake, ExecutorService workers, Sizes sizes) {
    this.lake = lake;
    this.workers = workers;
    this.sizes = sizes;
    this.bronze = new Bronze(lake, sizes);
    this.progress = new Progress(lake);
    recognise();
    addColumns();
  }

  /** The newest version of bronze, or -1. */
  public long bronzeVersion() {
    return bronze.latest();
  }

  /** The version of bronze that every silver table of a pace has taken in. */
  public long silverVersion(Refresh pace) {
    return silver(pace).stream()
        .mapToLong(table -> progress.version(table.sql(), "bronze.events"))
        .min()
        .orElse(-1);
  }

  /** The version of bronze that one silver table has taken in, or -1. */
  public long taken(Table table) {
    return progress.version(table.sql(), "bronze.events");
  }

  /** Takes events in that stand in no bronze, table by table until it is called off. */
  void warmUp(Refresh pace, List<Row> events, BooleanSupplier isCalledOff) {
    try (Slice slice = Slice.inHand(lake.session(), events, Bronze.COLUMNS, 0);
        RowsInHand rows = new RowsInHand(lake, sizes.rowsInHand())) {
      together(silver(pace), unless(isCalledOff, table -> merge(table, slice)));
      together(gold(pace), unless(isCalledOff, table -> rebuild(table, rows)));
    }
  }

  private static Step unless(BooleanSupplier isCalledOff, Step step) {
    return table -> isCalledOff.getAsBoolean() ? Optional.empty() : step.run(table);
  }

  /** Takes the next bite of bronze into silver, not past a version. */
  public List<Built> mergeNext(Refresh pace, long upTo) {
    long from = silverVersion(pace);
    if (from >= upTo) {
      return List.of();
    }
    Optional<Slice> next = bronze.after(from, upTo);
    if (next.isEmpty()) {
      silver(pace).forEach(table -> progress.reached(table.sql(), "bronze.events", upTo));
      return List.of();
    }
    try (Slice slice = next.get()) {
      List<Table> behind =
          silver(pace).stream().filter(table -> taken(table) < slice.version()).toList();
      List<Built> built = together(behind, table -> merge(table, slice));
      behind.forEach(table -> progress.reached(table.sql(), "bronze.events", slice.version()));
      return built;
    }
  }

  private Optional<Built> merge(Table table, Slice slice) {
    var load = (Filling.FromEvents) table.filling();
    return slice.has(load.types())
        ? new SilverMerge(lake, table, load).merge(slice)
        : Optional.empty();
  }

  /** Builds again what the changed sources touch in the gold tables of a pace. */
  public List<Built> buildGold(Refresh pace) {
    List<Built> built = new ArrayList<>();
    List<Table> waiting = new ArrayList<>(gold(pace));
    while (!waiting.isEmpty()) {
      List<Table> ready =
          waiting.stream().filter(table -> waiting.stream().noneMatch(feeds(table))).toList();
      try (RowsInHand rows = new RowsInHand(lake, sizes.rowsInHand())) {
        built.addAll(together(ready, table -> rebuild(table, rows)));
      }
      waiting.removeAll(ready);
    }
    return built;
  }

  private static java.util.function.Predicate<Table> feeds(Table table) {
    return other -> table.sources().contains(other.sql());
  }

  private Optional<Built> rebuild(Table table, RowsInHand rows) {
    List<Long> versions = new ArrayList<>();
    Affected affected = Affected.nothing();
    for (String name : table.sources()) {
      Table source = lake.catalog().named(name);
      long now = lake.log(source).latest();
      versions.add(now);
      affected = affected.plus(affected(table, source, now));
    }
    if (faults.isTried(table, versions)) {
      return Optional.empty();
    }
    if (affected.isNothing()) {
      noteSources(table, versions);
      return Optional.empty();
    }
    Optional<Built> built = built(table, affected, rows, versions);
    if (faults.isWhole(table)) {
      noteSources(table, versions);
    }
    return built;
  }

  /** One company's values that cannot be calculated leave out that company, not the others. */
  private Optional<Built> built(
      Table table, Affected affected, RowsInHand rows, List<Long> versions) {
    var load = (Filling.FromTables) table.filling();
    GoldBuild build = new GoldBuild(lake, rows);
    try {
      Optional<Built> built = build.build(table, load, affected);
      faults.note(table, versions, Map.of());
      return built;
    } catch (RuntimeException failed) {
      String reason = DataFault.in(failed).orElseThrow(() -> failed);
      if (!table.partition().contains("company")) {
        throw failed;
      }
      LOG.warn("{} is built by company: {}", table.sql(), reason);
      Map<String, String> reasons = new TreeMap<>();
      Optional<Built> built =
          build.byCompany(table, affected, part -> tried(build, table, part, reasons));
      faults.note(table, versions, reasons);
      return built;
    }
  }

  private static void tried(
      GoldBuild build, Table table, GoldBuild.Part part, Map<String, String> reasons) {
    try {
      build.build(table, (Filling.FromTables) table.filling(), part.affected());
    } catch (RuntimeException failed) {
      reasons.put(part.company(), DataFault.in(failed).orElseThrow(() -> failed));
      LOG.error("{} of company {} cannot be built", table.sql(), part.company(), failed);
    }
  }

  /** Why companies' parts of a gold table stand still; empty where none does. */
  public String fault(Table table) {
    Stream<String> before = sources(table).stream().filter(Table::isGold).map(this::fault);
    return Stream.concat(Stream.of(faults.reason(table)), before)
        .filter(reason -> !reason.isEmpty())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private void noteSources(Table table, List<Long> versions) {
    for (int i = 0; i < versions.size(); i++) {
      progress.reached(table.sql(), table.sources().get(i), versions.get(i));
    }
  }

  private Affected affected(Table table, Table source, long now) {
    long before = progress.version(table.sql(), source.sql());
    if (before == now) {
      return Affected.nothing();
    }
    if (before < 0 || before > now) {
      return Affected.everything();
    }
    return lake.log(source)
        .between(before, now)
        .map(Changes::partitions)
        .map(partitions -> Affected.ofPartitions(table, partitions))
        .orElse(Affected.everything());
  }

  /** Notes durably what was done since the last time. */
  public void save() {
    progress.save();
  }

  /** True when a job fills the table and its sources have moved since the job looked at them. */
  public boolean isWaitingForItsWriter(Table table) {
    return table.filling() instanceof Filling.Writer
        && sources(table).stream()
            .anyMatch(
                source -> progress.version(table.sql(), source.sql()) != lake.log(source).latest());
  }

  /** The versions that the sources of a table have now. */
  public Map<String, Long> sourceVersions(Table table) {
    return sources(table).stream()
        .collect(Collectors.toMap(Table::sql, source -> lake.log(source).latest()));
  }

  /** Notes that a job has brought a table up to these versions of its sources. */
  public void broughtUp(Table table, Map<String, Long> versions) {
    versions.forEach((source, version) -> progress.reached(table.sql(), source, version));
  }

  private List<Table> sources(Table table) {
    return table.sources().stream().flatMap(name -> lake.catalog().table(name).stream()).toList();
  }

  /**
   * Deletes silver and gold and takes everything in again from bronze with the next calls; refuses
   * where a part of bronze cannot be read, before anything is deleted.
   */
  public void startOver() {
    bronze.readThrough();
    lake.deleteDerived();
    recognise();
    progress.save();
  }

  private void recognise() {
    for (Layer layer : List.of(Layer.SILVER, Layer.GOLD)) {
      for (Table table : lake.catalog().tables(layer)) {
        if (progress.forgetUnless(table.sql(), lake.id(table))) {
          progress.forgetSource(table.sql());
        }
      }
    }
  }

  /**
   * Adds the columns that this build of the tables brings. That their rows lack values is noted
   * before, so that a crash in between costs at most a table built once more.
   */
  private void addColumns() {
    List<Table> changed = lake.withoutAllColumns();
    if (changed.isEmpty()) {
      return;
    }
    for (Table table : changed) {
      if (table.filling() instanceof Filling.FromEvents) {
        progress.unfilled(table.sql());
      } else {
        progress.forgetSources(table.sql());
      }
    }
    progress.save();
    changed.forEach(lake::addColumns);
  }

  /** Works the silver tables that got columns out anew, each in one commit; others wait for it. */
  public synchronized List<Built> fillColumns() {
    List<Table> unfilled =
        Stream.of(Refresh.values())
            .flatMap(pace -> silver(pace).stream())
            .filter(table -> progress.isUnfilled(table.sql()))
            .toList();
    return unfilled.stream().flatMap(table -> fillColumns(table).stream()).toList();
  }

  private Optional<Built> fillColumns(Table table) {
    long version = bronze.latest();
    if (version < taken(table)) {
      throw new IllegalStateException(
          "%s has new columns, but bronze.events has version %d and not yet %d, which it was filled"
                  .formatted(table.sql(), version, taken(table))
              + " from. Bring the bronze back that belongs to this lake.");
    }
    LOG.info("{} has new columns; its rows are worked out again from all of bronze", table.sql());
    Optional<Built> built = Optional.empty();
    if (version >= 0) {
      var load = (Filling.FromEvents) table.filling();
      try (Slice slice = bronze.all(load.types(), version)) {
        built = Optional.of(new SilverMerge(lake, table, load).anew(slice));
      }
    }
    progress.reached(table.sql(), "bronze.events", version);
    progress.filled(table.sql());
    progress.save();
    return built;
  }

  private List<Table> silver(Refresh pace) {
    return lake.catalog().tables(Layer.SILVER).stream()
        .filter(table -> table.filling() instanceof Filling.FromEvents)
        .filter(table -> table.refresh() == pace)
        .toList();
  }

  private List<Table> gold(Refresh pace) {
    return lake.catalog().tables(Layer.GOLD).stream()
        .filter(table -> table.filling() instanceof Filling.FromTables)
        .filter(table -> table.refresh() == pace)
        .toList();
  }

  /** One step for a table, run beside those of other tables. */
  private interface Step {
    Optional<Built> run(Table table);
  }

  private List<Built> together(List<Table> tables, Step step) {
    List<Future<Optional<Built>>> running =
        tables.stream().map(table -> workers.submit(() -> step.run(table))).toList();
    List<Built> built = new ArrayList<>();
    List<Throwable> failed = new ArrayList<>();
    for (Future<Optional<Built>> each : running) {
      try {
        each.get().ifPresent(built::add);
      } catch (ExecutionException broken) {
        failed.add(broken.getCause());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("The refresh was stopped", stopped);
      }
    }
    if (!failed.isEmpty()) {
      throw new IllegalStateException(
          "A table could not be built: " + failed.get(0).getMessage(), failed.get(0));
    }
    return built;
  }
}
