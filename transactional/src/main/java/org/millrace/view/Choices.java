package org.millrace.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.shared.Problems;

/**
 * What a view chooses, in the words of the list that it is of.
 *
 * @param search the text searched for
 * @param filters values by parameter of the list, such as {@code orderDate.from}
 * @param sort fields in order of weight, descending ones with a minus before
 * @param columns fields that are shown, from left to right; all of the page when empty
 */
public record Choices(
    Optional<String> search, Map<String, String> filters, List<String> sort, List<String> columns) {
  private static final int MOST = 100;
  private static final int LONGEST = 200;

  public Choices {
    filters = Map.copyOf(filters);
    sort = List.copyOf(sort);
    columns = List.copyOf(columns);
    Problems problems = new Problems();
    search.ifPresent(text -> require(problems, "search", text));
    requireFew(problems, "filters", filters.size());
    filters.forEach((name, value) -> require(problems, "filters." + name, name + value));
    requireFew(problems, "sort", sort.size());
    sort.forEach(field -> require(problems, "sort", field));
    requireFew(problems, "columns", columns.size());
    columns.forEach(field -> require(problems, "columns", field));
    problems.refuse("The view cannot be saved");
  }

  private static void require(Problems problems, String field, String text) {
    boolean fits = !text.isBlank() && text.length() <= LONGEST;
    String start = text.substring(0, Math.min(text.length(), LONGEST));
    problems.require(fits, field, start, "1 to " + LONGEST + " characters");
  }

  private static void requireFew(Problems problems, String field, int size) {
    problems.require(size <= MOST, field, size, "at most " + MOST);
  }
}
