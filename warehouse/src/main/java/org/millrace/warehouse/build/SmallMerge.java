package org.millrace.warehouse.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.millrace.warehouse.catalog.Filling;
import org.millrace.warehouse.catalog.Keep;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.lake.Affected;
import org.millrace.warehouse.lake.DataFile;
import org.millrace.warehouse.lake.KernelTable;
import org.millrace.warehouse.lake.RowsInHand;

/**
 * Merges rows in hand into one silver table without a Spark job. Only files that hold one of the
 * keys are written again; a partition of many small files is joined on the way.
 */
final class SmallMerge {
  private static final int MOST_FILES = 40;

  private final Table table;
  private final Filling.FromEvents load;
  private final KernelTable stored;

  SmallMerge(Table table, Filling.FromEvents load, KernelTable stored) {
    this.table = table;
    this.load = load;
    this.stored = stored;
  }

  /** The rows that came, empty where more must be rewritten than should be held. */
  Optional<List<Row>> merge(List<Row> loaded, Affected affected) {
    List<DataFile> files = stored.files(affected);
    return load.keep() == Keep.ONCE ? addNew(loaded, files) : rewrite(loaded, files);
  }

  /** A repeated event has its old place in the outbox, so only that span is looked through. */
  private Optional<List<Row>> addNew(List<Row> loaded, List<DataFile> files) {
    List<Row> own = Keys.best(table, load, loaded);
    List<DataFile> repeated = holding(List.of("position"), own, files);
    if (rows(repeated) > RowsInHand.MOST_ROWS) {
      return Optional.empty();
    }
    List<Row> fresh = Keys.without(table, own, stored.read(repeated));
    if (!fresh.isEmpty()) {
      stored.commit(fresh, List.of());
    }
    return Optional.of(fresh);
  }

  private Optional<List<Row>> rewrite(List<Row> loaded, List<DataFile> files) {
    List<String> subject =
        table.subject().stream()
            .filter(column -> load.keep().isBySequence() || !column.equals(load.sequence()))
            .toList();
    List<DataFile> candidates = files.size() > MOST_FILES ? files : holding(subject, loaded, files);
    if (rows(candidates) > RowsInHand.MOST_ROWS) {
      return Optional.empty();
    }
    Set<List<Object>> wanted = new HashSet<>();
    loaded.forEach(row -> wanted.add(Keys.key(subject, row)));
    List<DataFile> replaced = new ArrayList<>();
    List<Row> all = new ArrayList<>(loaded);
    for (DataFile file : candidates) {
      List<Row> rows = stored.read(List.of(file));
      boolean holds = rows.stream().anyMatch(row -> wanted.contains(Keys.key(subject, row)));
      if (holds || files.size() > MOST_FILES) {
        replaced.add(file);
        all.addAll(rows);
      }
    }
    if (load.keep() == Keep.HISTORY) {
      stored.commit(Keys.history(table, load, all), replaced);
      return Optional.of(loaded);
    }
    List<Row> best = Keys.best(table, load, all);
    stored.commit(best, replaced);
    return Optional.of(
        load.keep() == Keep.NEWEST
            ? Keys.best(table, load, loaded)
            : best.stream().filter(row -> wanted.contains(Keys.key(subject, row))).toList());
  }

  /** The files that may hold a row with one of these values, by their statistics. */
  private List<DataFile> holding(List<String> columns, List<Row> rows, List<DataFile> files) {
    List<DataFile> holding = files;
    for (String column : columns) {
      int field = rows.get(0).fieldIndex(column);
      List<Object> values = rows.stream().map(row -> row.get(field)).distinct().toList();
      if (!table.partition().contains(column)
          && values.stream().allMatch(Comparable.class::isInstance)) {
        Comparable<?> least = (Comparable<?>) values.stream().min(NATURAL).orElseThrow();
        Comparable<?> greatest = (Comparable<?>) values.stream().max(NATURAL).orElseThrow();
        holding = holding.stream().filter(file -> file.mayHold(column, least, greatest)).toList();
      }
    }
    return holding;
  }

  @SuppressWarnings("unchecked") // values of one column have one type
  private static final Comparator<Object> NATURAL = (a, b) -> ((Comparable<Object>) a).compareTo(b);

  private static long rows(List<DataFile> files) {
    return files.stream().mapToLong(DataFile::rows).sum();
  }
}
