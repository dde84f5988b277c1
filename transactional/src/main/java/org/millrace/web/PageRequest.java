package org.millrace.web;

import java.util.List;
import java.util.Optional;
import org.millrace.shared.Problems;

/** Which page of which search is asked for; pages count from 1 and hold {@link #SIZE} rows. */
public record PageRequest(Optional<String> search, int page) {
  /** Rows on a page. */
  public static final int SIZE = 50;

  public PageRequest {
    search = search.map(String::strip).filter(text -> !text.isEmpty());
    new Problems()
        .require(page >= 1 && page <= 100_000, "page", page, "a number from 1 to 100000")
        .refuse("The page cannot be shown");
  }

  /** A pattern for {@code ilike} that matches the search anywhere, {@code %} when there is none. */
  public String pattern() {
    return search
        .map(s -> "%" + s.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
        .orElse("%");
  }

  /** How many rows lie before the page. */
  public int offset() {
    return (page - 1) * SIZE;
  }

  /** How many rows to read: one more than a page, to know whether another follows. */
  public int limit() {
    return SIZE + 1;
  }

  /** Makes the page of rows read with {@link #limit()}. */
  public <T> Page<T> page(List<T> rows) {
    boolean more = rows.size() > SIZE;
    return new Page<>(more ? rows.subList(0, SIZE) : rows, page, more);
  }
}
