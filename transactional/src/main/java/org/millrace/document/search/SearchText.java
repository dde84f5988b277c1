package org.millrace.document.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.millrace.document.mapping.ColumnType;
import org.millrace.document.mapping.RecordMapping.Column;

/**
 * What the search of a list looks into: the texts and numbers of a document as one text, in which
 * PostgreSQL finds any part of three characters by an index of trigrams; shorter ones at the
 * beginning of words. Words of enumerations are compared here, not there.
 */
public final class SearchText {
  private static final int SHORT = 3;

  private final List<Column> texts;
  private final List<Column> words;
  private final List<Column> lists;

  private SearchText(List<Column> columns) {
    texts = columns.stream().filter(SearchText::isText).toList();
    words = columns.stream().filter(of(ColumnType.Family.WORD)).toList();
    lists = columns.stream().filter(of(ColumnType.Family.TEXTS)).toList();
  }

  /** The search of these columns. */
  public static SearchText of(List<Column> columns) {
    return new SearchText(columns);
  }

  private static Predicate<Column> of(ColumnType.Family family) {
    return column -> column.type().family() == family;
  }

  private static boolean isText(Column column) {
    ColumnType.Family family = column.type().family();
    return family == ColumnType.Family.TEXT || family == ColumnType.Family.NUMBER;
  }

  /** The text as an expression that an index can hold; empty where there is none to look into. */
  public Optional<String> expression() {
    return texts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            texts.stream()
                .map(SearchText::text)
                .collect(Collectors.joining(" || ' ' || ", "(", ")")));
  }

  private static String text(Column column) {
    boolean isText = column.type().family() == ColumnType.Family.TEXT;
    return "coalesce(%s%s, '')".formatted(column.name(), isText ? "" : "::text");
  }

  /** A condition with a mark for each of its parameters. */
  public record Condition(String sql, List<String> parameters) {
    public Condition {
      parameters = List.copyOf(parameters);
    }
  }

  /** That a document holds the text, in whatever case; one condition for each way it may. */
  public List<Condition> holding(String text) {
    List<Condition> ways = new ArrayList<>();
    String looked = escaped(text);
    expression()
        .ifPresent(
            expression ->
                ways.add(
                    text.length() < SHORT
                        ? new Condition(
                            "(%1$s ilike ? or %1$s ilike ?)".formatted(expression),
                            List.of(looked + "%", "% " + looked + "%"))
                        : new Condition(expression + " ilike ?", List.of("%" + looked + "%"))));
    for (Column column : words) {
      List<String> matching =
          column.type().words().stream()
              .filter(word -> word.contains(text.toLowerCase(Locale.ROOT)))
              .toList();
      if (!matching.isEmpty()) {
        ways.add(
            new Condition(
                matching.stream()
                    .map(word -> "?")
                    .collect(Collectors.joining(", ", column.name() + " in (", ")")),
                matching));
      }
    }
    lists.forEach(
        column ->
            ways.add(new Condition(column.name() + "::text ilike ?", List.of("%" + looked + "%"))));
    return ways;
  }

  /**
   * What is true of every document with that part of a text in a column, where the search looks
   * into the column and the part is long enough for its index.
   */
  public Optional<Condition> including(Column column, String part) {
    return part.length() < SHORT || !texts.contains(column)
        ? Optional.empty()
        : expression()
            .map(text -> new Condition(text + " ilike ?", List.of("%" + escaped(part) + "%")));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
