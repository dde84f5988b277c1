package org.millrace.document;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.document.DocumentKind.LineTable;
import org.millrace.document.custom.CustomField;
import org.millrace.document.mapping.ColumnType;
import org.millrace.document.mapping.RecordMapping.Column;
import org.millrace.document.search.SearchText;
import org.millrace.document.tag.Tags;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;

/** Filters and order of a list as SQL; what the kind does not know is refused, never ignored. */
final class ListFilter {
  /** Narrows to documents that have any of these tags. */
  static final String TAG = "tag";

  private static final String TITLE = "The list cannot be shown so";

  private final DocumentKind<?> kind;
  private final Map<String, Column> columns;
  private final Map<String, Column> inLines = new TreeMap<>();
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  private final List<Column> customTexts;

  private ListFilter(DocumentKind<?> kind, Set<String> hidden, List<CustomField> custom) {
    this.kind = kind;
    this.customTexts =
        custom.stream()
            .map(CustomField::column)
            .filter(column -> column.type().family() == ColumnType.Family.TEXT)
            .toList();
    this.columns =
        kind.mapping().columns().stream()
            .filter(column -> !hidden.contains(column.field()))
            .collect(Collectors.toMap(Column::field, c -> c, (a, b) -> a, HashMap::new));
    custom.forEach(field -> columns.put(field.field(), field.column()));
    kind.lineFilters().forEach(inLines::put);
    inLines.keySet().removeAll(hidden);
  }

  /** The condition of a request, checked field by field; what is hidden narrows nothing. */
  static ListFilter of(
      DocumentKind<?> kind, CompanyCode company, ListRequest request, List<CustomField> custom) {
    ListFilter filter = new ListFilter(kind, kind.hiddenIn(company), custom);
    Problems problems = new Problems();
    request.filters().forEach((name, values) -> filter.add(name, values, problems));
    problems.refuse(TITLE);
    request.search().ifPresent(filter::search);
    return filter;
  }

  String condition() {
    return conditions.stream().map(c -> " and " + c).collect(Collectors.joining());
  }

  List<Object> parameters() {
    return List.copyOf(parameters);
  }

  private void search(String text) {
    List<String> ways = new ArrayList<>();
    for (SearchText.Condition way : kind.searchText().holding(text)) {
      ways.add(way.sql());
      parameters.addAll(way.parameters());
    }
    for (String field : kind.searchedInLines()) {
      String list = field.replaceFirst("\\..*", "");
      String column =
          kind.mapping().ofLines(list).column(field.substring(list.length() + 1)).name();
      ways.add(inALine(list, column + "::text ilike ?"));
      parameters.add(pattern(text));
    }
    for (Column column : customTexts) {
      ways.add(column.name() + " ilike ?");
      parameters.add(pattern(text));
    }
    conditions.add(ways.isEmpty() ? "false" : "(" + String.join(" or ", ways) + ")");
  }

  /** That one of the document's lines fulfils a condition, which begins with a column. */
  private String inALine(String list, String condition) {
    LineTable lines = Objects.requireNonNull(kind.lines().get(list));
    return ("exists (select 1 from %1$s l where l.company = %2$s.company"
            + " and l.%3$s = %2$s.%4$s and l.%5$s)")
        .formatted(lines.table(), kind.table(), lines.parent(), kind.key(), condition);
  }

  private void add(String name, List<String> values, Problems problems) {
    Column exact = columns.get(name);
    if (exact != null) {
      conditions.add(anyOf(exact, values, problems));
      return;
    }
    if (inLines.containsKey(name)) {
      conditions.add(
          inALine(name.replaceFirst("\\..*", ""), anyOf(inLines.get(name), values, problems)));
      return;
    }
    if (name.equals(TAG)) {
      conditions.add(Tags.CONDITION.formatted(kind.table(), kind.key(), kind.name()));
      parameters.add(values.toArray(String[]::new));
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
            Stream.of("search", "sort", "page", "size", TAG),
            Stream.concat(columns.keySet().stream(), inLines.keySet().stream()).sorted())
        .collect(Collectors.joining(", "));
  }

  private String anyOf(Column column, List<String> values, Problems problems) {
    List<Object> read =
        values.stream().flatMap(v -> read(column, column.field(), v, problems).stream()).toList();
    String marks = read.stream().map(v -> mark(column)).collect(Collectors.joining(", "));
    parameters.addAll(read);
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
      // The search holds the column as well, and has an index.
      kind.searchText()
          .including(column, value)
          .ifPresent(
              way -> {
                conditions.add(way.sql());
                parameters.addAll(way.parameters());
              });
      conditions.add(column.name() + "::text ilike ?");
      parameters.add(pattern(value));
      return;
    }
    switch (column.type().family()) {
      case DATE, MOMENT, NUMBER ->
          read(column, name, value, problems)
              .ifPresent(
                  bound -> {
                    conditions.add(
                        column.name() + (how.equals("from") ? " >= " : " <= ") + mark(column));
                    parameters.add(bound);
                  });
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
        case DATE -> Optional.of(LocalDate.parse(value));
        case MOMENT -> Optional.of(moment(value, name).atOffset(ZoneOffset.UTC));
      };
    } catch (DateTimeException e) {
      problems.add(name, value, "a day like 2026-03-01 or a moment like 2026-03-01T09:00:00Z");
      return Optional.empty();
    }
  }

  /** A day stands for its first moment, or as the upper bound for its last. */
  private static Instant moment(String value, String name) {
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

  private static String pattern(String text) {
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  /** The order asked for, always ending with the number so that pages never overlap. */
  String order(ListRequest request) {
    Problems problems = new Problems();
    List<String> keys = new ArrayList<>();
    for (String key : request.sortOr(kind.sort())) {
      boolean isDescending = key.startsWith("-");
      String field = isDescending ? key.substring(1) : key;
      Column column = columns.get(field);
      problems.require(column != null, "sort", key, "fields of this list: " + names());
      if (column != null) {
        // An index gives this order only where no place for what is missing is named.
        String missing = column.optional() ? " nulls last" : "";
        keys.add(column.name() + (isDescending ? " desc" : "") + missing);
      }
    }
    problems.refuse(TITLE);
    boolean isDescending = keys.stream().findFirst().filter(k -> k.contains(" desc")).isPresent();
    keys.add(kind.key() + (isDescending ? " desc" : ""));
    return String.join(", ", keys);
  }
}
