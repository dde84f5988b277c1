package org.millrace.document.list;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.millrace.shared.Problems;

/**
 * Which page of a list is asked for: the search, the filters by field, the order. A filter is
 * {@code status=open}, given again for any of several values; {@code orderDate.from} and {@code
 * orderDate.to} bound days, moments and numbers (both inclusive), {@code subject.has} looks for a
 * part of a text. {@code sort=-orderDate,number} names fields, a dash before the largest first.
 */
public record ListRequest(
    Optional<String> search,
    Map<String, List<String>> filters,
    Optional<String> sort,
    int page,
    int size) {
  /** Rows on a page when no size is asked for. */
  public static final int SIZE = 50;

  /** The largest page. */
  public static final int LARGEST = 500;

  /** Up to so many matching rows the total is exact. */
  public static final int COUNTED = 10_000;

  public ListRequest {
    search = search.map(String::strip).filter(text -> !text.isEmpty());
    filters = Map.copyOf(filters);
    new Problems()
        .require(page >= 1 && page <= 100_000, "page", page, "a number from 1 to 100000")
        .require(size >= 1 && size <= LARGEST, "size", size, "a number from 1 to " + LARGEST)
        .refuse("The page cannot be shown");
  }

  /** The first page of all documents. */
  public static ListRequest all() {
    return new ListRequest(Optional.empty(), Map.of(), Optional.empty(), 1, SIZE);
  }

  /** The documents that have these values in these fields. */
  public static ListRequest having(Map<String, String> values) {
    Map<String, List<String>> filters = new TreeMap<>();
    values.forEach((field, value) -> filters.put(field, List.of(value)));
    return new ListRequest(Optional.empty(), filters, Optional.empty(), 1, SIZE);
  }

  /** Reads the parameters of an address; what is none of the list's own words is a filter. */
  public static ListRequest of(Map<String, List<String>> parameters) {
    Map<String, List<String>> filters = new TreeMap<>(parameters);
    Optional<String> search = last(filters.remove("search"));
    Optional<String> sort = last(filters.remove("sort"));
    Problems problems = new Problems();
    int page = number("page", last(filters.remove("page")), 1, problems);
    int size = number("size", last(filters.remove("size")), SIZE, problems);
    problems.refuse("The page cannot be shown");
    return new ListRequest(search, filters, sort, page, size);
  }

  private static Optional<String> last(@Nullable List<String> values) {
    return values == null ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  private static int number(String name, Optional<String> text, int byDefault, Problems problems) {
    if (text.isEmpty()) {
      return byDefault;
    }
    if (!text.get().matches("\\d{1,9}")) {
      problems.add(name, text.get(), "a whole number such as 5");
      return byDefault;
    }
    return Integer.parseInt(text.get());
  }

  /** The sort keys asked for, or the default ones, where there are. */
  public List<String> sortOr(String byDefault) {
    String keys = sort.filter(s -> !s.isBlank()).orElse(byDefault);
    return keys.isEmpty() ? List.of() : List.of(keys.split(","));
  }

  /** How many rows lie before the page. */
  public int offset() {
    return (page - 1) * size;
  }
}
