package org.millrace.warehouse.build;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The events that came between two bronze versions, each once, and the types among them. */
public record Slice(Dataset<Row> events, Set<String> types, long count, long version)
    implements AutoCloseable {

  /** Slices up to this many events are worked on as rows in the driver. */
  static final long SMALL = 20_000;

  public Slice {
    types = Set.copyOf(types);
  }

  static Slice of(Dataset<Row> bronze, long version) {
    Dataset<Row> events = bronze.dropDuplicates(new String[] {"event_id"}).persist();
    List<Row> counted = events.groupBy("type").count().collectAsList();
    return new Slice(
        events,
        counted.stream().map(row -> row.getString(0)).collect(Collectors.toSet()),
        counted.stream().mapToLong(row -> row.getLong(1)).sum(),
        version);
  }

  boolean isSmall() {
    return count <= SMALL;
  }

  boolean has(Collection<String> wanted) {
    return wanted.stream().anyMatch(types::contains);
  }

  Dataset<Row> of(List<String> wanted) {
    return events.filter(functions.col("type").isInCollection(wanted));
  }

  @Override
  public void close() {
    events.unpersist();
  }
}
