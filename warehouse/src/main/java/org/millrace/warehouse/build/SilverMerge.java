package org.millrace.warehouse.build;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.StructType;
import org.millrace.warehouse.catalog.Filling;
import org.millrace.warehouse.catalog.Keep;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.check.Quarantine;
import org.millrace.warehouse.lake.Affected;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.lake.PlacedSql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Merges a slice of events into one silver table.
 *
 * <p>Every merge may be done again: a fact whose key is there is left out, and of several versions
 * the one with the highest sequence stays, whatever the order they come in. So a crash between the
 * commit here and the note that it was done costs a repetition, never a row.
 */
final class SilverMerge {
  private static final Logger LOG = LoggerFactory.getLogger(SilverMerge.class);

  private final Lake lake;
  private final Table table;
  private final Filling.FromEvents load;

  SilverMerge(Lake lake, Table table, Filling.FromEvents load) {
    this.lake = lake;
    this.table = table;
    this.load = load;
  }

  /**
   * Takes a slice in. Where a value stops it, the slice is halved until the event is alone that has
   * the value; that one is held back with the reason, the others go on.
   */
  Optional<Built> merge(Slice slice) {
    Slice own = slice.ofTypes(load.types());
    try {
      return mergeWhole(own);
    } catch (RuntimeException failed) {
      String reason = DataFault.in(failed).orElseThrow(() -> failed);
      LOG.warn("{} cannot take in {}: {}", table.sql(), own.size(), reason);
      return own.size() > 1 ? mergeHalves(own) : holdBack(own, reason);
    }
  }

  private Optional<Built> mergeHalves(Slice slice) {
    Optional<Built> built = Optional.empty();
    for (Slice half : slice.halves()) {
      try (half) {
        Optional<Built> next = merge(half);
        Optional<Built> before = built;
        built =
            next.map(each -> before.map(first -> first.then(each)).orElse(each)).or(() -> before);
      }
    }
    return built;
  }

  private Optional<Built> holdBack(Slice slice, String reason) {
    slice.rows().forEach(event -> new Quarantine(lake).holdEvent(table, event, reason));
    return Optional.empty();
  }

  private Optional<Built> mergeWhole(Slice slice) {
    long before = lake.log(table).latest();
    Dataset<Row> loaded = loaded(slice);
    if (table.quarantines().isEmpty()) {
      return slice.isSmall()
          ? mergeInHand(loaded.collectAsList(), loaded.schema(), before)
          : mergeLarge(loaded.persist(), before);
    }
    Dataset<Row> validated = Quarantine.validated(table, loaded);
    return slice.isSmall()
        ? validatedInHand(validated.collectAsList(), loaded.schema(), before)
        : validatedLarge(validated.persist(), before);
  }

  /**
   * Replaces all rows by those of a slice that holds every event of the table. Where a value stops
   * it, the table is emptied and takes the slice in by halves.
   */
  Built anew(Slice slice) {
    try {
      return anewWhole(slice);
    } catch (RuntimeException failed) {
      String reason = DataFault.in(failed).orElseThrow(() -> failed);
      LOG.warn("{} cannot be worked out at once: {}", table.sql(), reason);
      long before = lake.log(table).latest();
      Dataset<Row> none =
          lake.session().createDataFrame(List.of(), StructType.fromDDL(Lake.ddl(table)));
      lake.replace(table.sql(), none, "");
      merge(slice);
      return everything(before);
    }
  }

  private Built anewWhole(Slice slice) {
    long before = lake.log(table).latest();
    Dataset<Row> validated = Quarantine.validated(table, loaded(slice)).persist();
    try {
      Dataset<Row> sound = validated.filter(col(Quarantine.BROKEN).equalTo(""));
      Dataset<Row> merged = merged(sound.drop(Quarantine.BROKEN));
      lake.replace(table.sql(), merged.coalesce(2), "");
      Dataset<Row> failed = validated.filter(col(Quarantine.BROKEN).notEqual(""));
      new Quarantine(lake).settle(table, failed.collectAsList(), Optional.empty());
    } finally {
      validated.unpersist();
    }
    return everything(before);
  }

  private Built everything(long before) {
    long after = lake.log(table).latest();
    return new Built(table, before, after, Affected.everything(), Optional.empty(), true);
  }

  private Optional<Built> validatedInHand(List<Row> validated, StructType columns, long before) {
    int broken = columns.length(); // the last column
    List<Row> sound =
        validated.stream()
            .filter(row -> row.getString(broken).isEmpty())
            .map(Quarantine::asGiven)
            .toList();
    List<Row> failed = validated.stream().filter(row -> !row.getString(broken).isEmpty()).toList();
    Optional<Built> built = mergeInHand(sound, columns, before);
    new Quarantine(lake).settle(table, failed, Optional.of(sound));
    return built;
  }

  private Optional<Built> validatedLarge(Dataset<Row> validated, long before) {
    try {
      Dataset<Row> sound = validated.filter(col(Quarantine.BROKEN).equalTo(""));
      Optional<Built> built = mergeLarge(sound.drop(Quarantine.BROKEN), before);
      Dataset<Row> failed = validated.filter(col(Quarantine.BROKEN).notEqual(""));
      new Quarantine(lake).settle(table, failed.collectAsList(), Optional.empty());
      return built;
    } finally {
      validated.unpersist();
    }
  }

  private Optional<Built> mergeInHand(List<Row> rows, StructType columns, long before) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Affected affected = Affected.of(table, rows);
    Optional<List<Row>> own = new SmallMerge(table, load, lake.small(table)).merge(rows, affected);
    if (own.isEmpty()) {
      write(lake.session().createDataFrame(rows, columns), affected);
    }
    Optional<List<Row>> held = load.keep() == Keep.HISTORY ? Optional.empty() : own;
    return Optional.of(new Built(table, before, lake.log(table).latest(), affected, held, false));
  }

  private Optional<Built> mergeLarge(Dataset<Row> merged, long before) {
    try {
      Affected affected = Affected.of(table, partitions(merged));
      if (affected.isNothing()) {
        return Optional.empty();
      }
      write(merged, affected);
      return Optional.of(
          new Built(table, before, lake.log(table).latest(), affected, Optional.empty(), false));
    } finally {
      merged.unpersist();
    }
  }

  /** The rows of a slice, with the columns of the table. */
  Dataset<Row> loaded(Slice slice) {
    String view = "events_of_" + table.name().table();
    slice.ofTypes(load.types()).events().createOrReplaceTempView(view);
    Dataset<Row> rows =
        new PlacedSql(lake.session())
            .ask(
                load.sql(),
                name -> Optional.of(List.of(view)).filter(any -> name.equals("events")));
    return Lake.typed(table, rows);
  }

  private List<Row> partitions(Dataset<Row> rows) {
    Column[] columns = table.partition().stream().map(name -> col(name)).toArray(Column[]::new);
    return rows.select(columns).distinct().collectAsList();
  }

  private void write(Dataset<Row> rows, Affected affected) {
    if (load.keep() == Keep.ONCE) {
      appendNew(rows, affected);
      return;
    }
    Dataset<Row> all = existing(affected).unionByName(rows);
    lake.replacePartitions(table.sql(), merged(all).coalesce(1));
  }

  private Dataset<Row> merged(Dataset<Row> all) {
    return switch (load.keep()) {
      case ONCE -> first(all);
      case NEWEST -> newest(all);
      case DOCUMENT -> newest(ofNewestVersion(all));
      case HISTORY -> history(all);
    };
  }

  /** A repeated event has its old place in the outbox, so only that span is looked through. */
  private void appendNew(Dataset<Row> rows, Affected affected) {
    Row span = rows.selectExpr("min(position) as least", "max(position) as greatest").first();
    Column isWithin =
        col("position").between(span.<Object>getAs("least"), span.<Object>getAs("greatest"));
    Dataset<Row> known = existing(affected).filter(isWithin).select(key());
    lake.append(
        table.sql(),
        first(rows).join(known, String.join(",", table.key()).split(","), "left_anti"));
  }

  private Dataset<Row> first(Dataset<Row> rows) {
    return best(rows, Stream.of("position", "event_id").map(name -> col(name).asc()));
  }

  private Dataset<Row> newest(Dataset<Row> all) {
    return best(
        all,
        Stream.of(col(load.sequence()).desc(), col("position").desc(), col("event_id").desc()));
  }

  private Dataset<Row> ofNewestVersion(Dataset<Row> all) {
    Column[] subject = table.subject().stream().map(name -> col(name)).toArray(Column[]::new);
    WindowSpec ofDocument = Window.partitionBy(subject);
    return all.withColumn("_newest", max(col(load.sequence())).over(ofDocument))
        .filter(col("_newest").equalTo(col(load.sequence())))
        .drop("_newest");
  }

  private Dataset<Row> history(Dataset<Row> all) {
    Dataset<Row> versions = first(all);
    Column[] subject =
        table.key().stream()
            .filter(name -> !name.equals(load.sequence()))
            .map(name -> col(name))
            .toArray(Column[]::new);
    WindowSpec inOrder = Window.partitionBy(subject).orderBy(col(load.sequence()));
    return versions.withColumn("valid_to", lead("valid_from", 1).over(inOrder));
  }

  private Dataset<Row> best(Dataset<Row> rows, Stream<Column> order) {
    WindowSpec perKey = Window.partitionBy(key()).orderBy(order.toArray(Column[]::new));
    return rows.withColumn("_place", row_number().over(perKey))
        .filter(col("_place").equalTo(1))
        .drop("_place");
  }

  private Column[] key() {
    List<Column> key = new ArrayList<>();
    table.key().forEach(name -> key.add(col(name)));
    return key.toArray(Column[]::new);
  }

  private Dataset<Row> existing(Affected affected) {
    Dataset<Row> all = lake.read(table.sql());
    return affected.condition(table).map(all::filter).orElse(all);
  }
}
