package org.millrace.document;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list: its rows, how many a page holds, how many rows match in all. Above {@link
 * ListRequest#COUNTED} the total is that number and {@code more than that} is true.
 */
public record DocumentPage<T>(
    List<Versioned<T>> rows, int page, int size, long total, boolean isTotalExact) {
  public DocumentPage {
    rows = List.copyOf(rows);
  }

  /** Whether another page follows. */
  public boolean hasMore() {
    return !isTotalExact || (long) page * size < total;
  }

  /** The rows as something else. */
  public <V> List<V> rowsAs(Function<Versioned<T>, V> view) {
    return rows.stream().map(view).toList();
  }
}
