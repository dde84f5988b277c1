package org.millrace.warehouse.build;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.lake.AddedFile;
import org.millrace.warehouse.lake.Changes;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.lake.TableLog;

/** Reads what was appended to bronze since a version, in bites of bounded size. */
final class Bronze {
  static final StructType COLUMNS =
      StructType.fromDDL(
          "event_id string, type string, aggregate_version bigint, company string,"
              + " occurred_at timestamp, recorded_at timestamp, payload string, position bigint");

  private final Lake lake;
  private final Table table;
  private final Sizes sizes;

  Bronze(Lake lake, Sizes sizes) {
    this.lake = lake;
    this.table = lake.catalog().named("bronze.events");
    this.sizes = sizes;
  }

  long latest() {
    return lake.log(table).latest();
  }

  /** The next bite after a version, at most up to another; empty when nothing was added. */
  Optional<Slice> after(long version, long upTo) {
    List<AddedFile> files = new ArrayList<>();
    TableLog log = lake.log(table);
    long reached = version;
    long rows = 0;
    while (reached < upTo && rows < sizes.bite()) {
      Optional<Changes> step = log.between(reached, reached + 1);
      if (step.isEmpty()) {
        return Optional.of(everything(upTo));
      }
      files.addAll(step.get().added());
      rows += step.get().added().stream().mapToLong(AddedFile::rows).sum();
      reached++;
    }
    if (files.isEmpty()) {
      return Optional.empty();
    }
    if (rows <= sizes.eventsInHand()) {
      List<Row> inHand = lake.small(table).readAdded(files, COLUMNS);
      return Optional.of(Slice.inHand(lake.session(), inHand, COLUMNS, reached));
    }
    String[] paths = files.stream().map(AddedFile::path).toArray(String[]::new);
    Dataset<Row> events = lake.session().read().schema(COLUMNS).parquet(paths);
    return Optional.of(Slice.large(lake.session(), events, reached));
  }

  /**
   * Reads every value that silver is made of, all of bronze, and keeps nothing.
   *
   * @throws IllegalStateException where a file cannot be read, with its name
   */
  void readThrough() {
    long version = latest();
    if (version < 0) {
      return;
    }
    String hash = "bit_xor(xxhash64(" + String.join(", ", COLUMNS.fieldNames()) + "))";
    try {
      upTo(version).selectExpr(hash).collectAsList();
    } catch (Exception unreadable) { // Spark throws checked ones it does not declare
      throw new IllegalStateException(
          "Not all of bronze can be read, so silver and gold stay as they are: "
              + unreadable.getMessage()
              + " See ./millrace verify",
          unreadable);
    }
  }

  /** All events of some types up to a version. */
  Slice all(List<String> types, long version) {
    Dataset<Row> own = upTo(version).filter(col("type").isInCollection(types));
    return Slice.large(lake.session(), own, version);
  }

  /** The log has lost the commits that are asked for, so the whole table is read. */
  private Slice everything(long version) {
    return Slice.large(lake.session(), upTo(version), version);
  }

  private Dataset<Row> upTo(long version) {
    return lake.session()
        .read()
        .format("delta")
        .option("versionAsOf", version)
        .load(lake.path(table))
        .selectExpr(COLUMNS.fieldNames());
  }
}
