package org.millrace.document.list;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.document.mapping.ColumnType;
import org.millrace.document.mapping.RecordMapping.Column;
import org.millrace.shared.BusinessDates;
import org.millrace.shared.Problems;

/** Filters and order of a list as SQL; what the list does not know is refused, never ignored. */
public class ColumnFilter {
  private static final String TITLE = "The list cannot be shown so";

  private final Map<String, Column> columns = new TreeMap<>();
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  /** The filter of a list with these columns, that says nothing yet. */
  protected ColumnFilter(Collection<Column> known) {
    known.forEach(column -> columns.putIfAbsent(column.field(), column));
  }

  /** Narrows as asked, field by field. */
  protected final void narrow(ListRequest request) {
    Problems problems = new Problems();
    request.filters().forEach((name, values) -> add(name, values, problems));
    problems.refuse(TITLE);
  }

  /** The conditions, each with "and" before it. */
  public final String condition() {
    return conditions.stream().map(c -> " and " + c).collect(Collectors.joining());
  }

  /** What is bound to the marks of the conditions. */
  public final List<Object> parameters() {
    return List.copyOf(parameters);
  }

  /** Adds a condition with a mark for each of its parameters. */
  protected final void where(String condition, Collection<?> bound) {
    conditions.add(condition);
    parameters.addAll(bound);
  }

  /** Whether a filter that is no column was known and added. */
  protected boolean addOther(String name, List<String> values, Problems problems) {
    return false;
  }

  /** What is true besides of every row that holds that part in a column, and has an index. */
  protected void alsoHolding(Column column, String part) {}

  /** The filters that are no columns. */
  protected Stream<String> others() {
    return Stream.empty();
  }

  private void add(String name, List<String> values, Problems problems) {
    Column exact = columns.get(name);
    if (exact != null) {
      List<Object> bound = new ArrayList<>();
      where(anyOf(exact, values, problems, bound), bound);
      return;
    }
    if (addOther(name, values, problems)) {
      return;
    }
    int dot = name.lastIndexOf('.');
    Column column = dot < 0 ? null : columns.get(name.substring(0, dot));
    String how = name.substring(dot + 1);
    if (column == null || !List.of("from", "to", "has").contains(how)) {
      problems.add(name, String.join(", ", values), "a filter of this list: " + names());
      return;
    }
    for (String value : values) {
      narrow(column, how, value, problems);
    }
  }

  private String names() {
    return Stream.concat(
            Stream.of("search", "sort", "page", "size"),
            Stream.concat(columns.keySet().stream(), others()).sorted())
        .collect(Collectors.joining(", "));
  }

  /** That a column has any of the values, which are bound. */
  protected static String anyOf(
      Column column, List<String> values, Problems problems, List<Object> bound) {
    List<Object> read =
        values.stream().flatMap(v -> read(column, column.field(), v, problems).stream()).toList();
    String marks = read.stream().map(v -> mark(column)).collect(Collectors.joining(", "));
    bound.addAll(read);
    return column.type().family() == ColumnType.Family.TEXTS
        ? column.name() + " && array[" + marks + "]::text[]"
        : column.name() + " in (" + (marks.isEmpty() ? "null" : marks) + ")";
  }

  private static String mark(Column column) {
    ColumnType.Family family = column.type().family();
    return family == ColumnType.Family.TEXTS ? "?" : "?::" + family.sql();
  }

  private void narrow(Column column, String how, String value, Problems problems) {
    String name = column.field() + "." + how;
    if (how.equals("has")) {
      alsoHolding(column, value);
      where(column.name() + "::text ilike ?", List.of(pattern(value)));
      return;
    }
    switch (column.type().family()) {
      case DATE, MOMENT, NUMBER ->
          read(column, name, value, problems)
              .ifPresent(
                  bound ->
                      where(
                          column.name() + (how.equals("from") ? " >= " : " <= ") + mark(column),
                          List.of(bound)));
      default -> problems.add(name, value, "a day, a moment or a number to bound");
    }
  }

  private static Optional<Object> read(
      Column column, String name, String value, Problems problems) {
    try {
      return switch (column.type().family()) {
        case TEXT -> Optional.of(value);
        case TEXTS ->
            column.type().words().isEmpty()
                ? Optional.of(value)
                : word(column, name, value, problems);
        case WORD -> word(column, name, value, problems);
        case FLAG -> flag(name, value, problems);
        case NUMBER -> number(name, value, problems);
        case DATE -> day(name, value, problems);
        case MOMENT -> moment(name, value, problems);
      };
    } catch (DateTimeException e) {
      problems.add(name, value, "a day like 2026-03-01 or a moment like 2026-03-01T09:00:00Z");
      return Optional.empty();
    }
  }

  private static Optional<Object> day(String name, String value, Problems problems) {
    LocalDate day = LocalDate.parse(value);
    boolean isBelievable = BusinessDates.isBelievable(day);
    problems.require(isBelievable, name, value, BusinessDates.EXPECTED);
    return isBelievable ? Optional.of(day) : Optional.empty();
  }

  private static Optional<Object> moment(String name, String value, Problems problems) {
    Instant moment = moment(name, value);
    boolean isBelievable = BusinessDates.isBelievable(moment);
    problems.require(isBelievable, name, value, BusinessDates.EXPECTED);
    return isBelievable ? Optional.of(moment.atOffset(ZoneOffset.UTC)) : Optional.empty();
  }

  /** A day stands for its first moment, or as the upper bound for its last. */
  private static Instant moment(String name, String value) {
    if (value.length() != 10) {
      return Instant.parse(value);
    }
    LocalDate day = LocalDate.parse(value);
    return name.endsWith(".to")
        ? day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1_000)
        : day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Optional<Object> word(
      Column column, String name, String value, Problems problems) {
    List<String> words = column.type().words();
    if (!words.contains(value)) {
      problems.add(name, value, "one of " + String.join(", ", words));
      return Optional.empty();
    }
    return Optional.of(value);
  }

  private static Optional<Object> flag(String name, String value, Problems problems) {
    if (!List.of("true", "false").contains(value)) {
      problems.add(name, value, "true or false");
      return Optional.empty();
    }
    return Optional.of(Boolean.valueOf(value));
  }

  private static Optional<Object> number(String name, String value, Problems problems) {
    if (!value.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
      problems.add(name, value, "a number of at most 15 digits and 6 decimals");
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(value));
  }

  /** A pattern that matches the text anywhere. */
  protected static String pattern(String text) {
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  /**
   * The order asked for, always ending with what tells rows apart so that pages never overlap.
   *
   * @param byDefault the order when none is asked for, empty for that of the key
   * @param key as SQL sorts it
   */
  public final String order(ListRequest request, String byDefault, List<String> key) {
    Problems problems = new Problems();
    List<String> keys = new ArrayList<>();
    for (String asked : request.sortOr(byDefault)) {
      boolean isDescending = asked.startsWith("-");
      Column column = columns.get(isDescending ? asked.substring(1) : asked);
      problems.require(column != null, "sort", asked, "fields of this list: " + names());
      if (column != null) {
        // An index gives this order only where no place for what is missing is named.
        String missing = column.optional() ? " nulls last" : "";
        keys.add(sorted(column) + (isDescending ? " desc" : "") + missing);
      }
    }
    problems.refuse(TITLE);
    keys.addAll(key);
    return String.join(", ", keys);
  }

  private static String sorted(Column column) {
    return column.type().isOf(Ranked.class)
        ? column.type().words().stream()
            .collect(
                Collectors.joining("', '", "array_position(array['", "'], " + column.name() + ")"))
        : column.name();
  }
}
