package org.millrace.warehouse.build;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * The events that came between two bronze versions, each once, and the types among them.
 *
 * @param inHand the events themselves, where they are few; Spark then plans without a scan
 */
record Slice(
    SparkSession session,
    Dataset<Row> events,
    Optional<List<Row>> inHand,
    Set<String> types,
    long version)
    implements AutoCloseable {
  private static final int IN_HAND_WHEN_HALVED = 8000;

  Slice {
    inHand = inHand.map(List::copyOf);
    types = Set.copyOf(types);
  }

  static Slice inHand(SparkSession session, List<Row> rows, StructType columns, long version) {
    List<Row> once = once(rows, columns.fieldIndex("event_id"));
    Dataset<Row> events = session.createDataFrame(once, columns);
    Set<String> types = types(once, columns.fieldIndex("type"));
    return new Slice(session, events, Optional.of(once), types, version);
  }

  static Slice large(SparkSession session, Dataset<Row> bronze, long version) {
    Dataset<Row> events = bronze.dropDuplicates(new String[] {"event_id"}).persist();
    Set<String> types = types(events.groupBy("type").count().collectAsList(), 0);
    return new Slice(session, events, Optional.empty(), types, version);
  }

  boolean isSmall() {
    return inHand.isPresent();
  }

  boolean has(Collection<String> wanted) {
    return wanted.stream().anyMatch(types::contains);
  }

  /** The events of some types; it shares its rows with this slice, which is to be closed. */
  Slice ofTypes(List<String> wanted) {
    if (inHand.isPresent()) {
      int type = events.schema().fieldIndex("type");
      List<Row> own =
          inHand.get().stream().filter(row -> wanted.contains(row.getString(type))).toList();
      return inHand(session, own, events.schema(), version);
    }
    Dataset<Row> own = events.filter(functions.col("type").isInCollection(wanted));
    return new Slice(session, own, Optional.empty(), types, version);
  }

  long size() {
    return inHand.map(rows -> (long) rows.size()).orElseGet(events::count);
  }

  List<Row> rows() {
    return inHand.orElseGet(events::collectAsList);
  }

  /** The events in two parts of about the same size, in hand where they are few. */
  List<Slice> halves() {
    if (inHand.isPresent() || size() <= IN_HAND_WHEN_HALVED) {
      List<Row> rows = rows();
      int middle = rows.size() / 2;
      return List.of(
          inHand(session, rows.subList(0, middle), events.schema(), version),
          inHand(session, rows.subList(middle, rows.size()), events.schema(), version));
    }
    double middle = events.stat().approxQuantile("position", new double[] {0.5}, 0.01)[0];
    Column position = functions.col("position");
    return List.of(part(position.leq(middle)), part(position.gt(middle)));
  }

  private Slice part(Column condition) {
    return new Slice(session, events.filter(condition), Optional.empty(), types, version);
  }

  @Override
  public void close() {
    if (!isSmall()) {
      events.unpersist();
    }
  }

  private static List<Row> once(List<Row> rows, int eventId) {
    Set<String> seen = new HashSet<>();
    return rows.stream().filter(row -> seen.add(row.getString(eventId))).toList();
  }

  private static Set<String> types(List<Row> rows, int type) {
    return rows.stream().map(row -> row.getString(type)).collect(Collectors.toSet());
  }
}
