package org.millrace.warehouse.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rule that every row made of an event keeps, whatever its table: lake, mart and boards can
 * hold its values. A row that breaks it is held back by itself and stops no other.
 */
public final class Storable {
  /** The name of the check. */
  public static final String NAME = "can-be-stored";

  /** The first and the last year of a date or time. */
  public static final int FIRST_YEAR = 1900;

  public static final int LAST_YEAR = 2999;

  /** How long the key may be at most, as text; an index of PostgreSQL holds no longer one. */
  public static final int LONGEST_KEY = 2000;

  private Storable() {}

  /** The rule for a table; none where no column can break it. */
  static Optional<Check> check(Table table) {
    List<String> conditions = new ArrayList<>();
    for (Column column : table.columns()) {
      if (isMoment(column)) {
        String type = column.type().lake();
        conditions.add(
            "(%1$s IS NULL OR (%1$s >= %2$s '%3$d-01-01' AND %1$s < %2$s '%4$d-01-01'))"
                .formatted(column.name(), type, FIRST_YEAR, LAST_YEAR + 1));
      }
    }
    String key =
        table.key().stream()
            .flatMap(name -> table.column(name).stream())
            .filter(column -> column.type().isText())
            .map(column -> "coalesce(length(" + column.name() + "), 0)")
            .collect(Collectors.joining(" + "));
    if (!key.isEmpty()) {
      conditions.add("(" + key + " <= " + LONGEST_KEY + ")");
    }
    return conditions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Check(
                NAME,
                Check.Severity.QUARANTINE,
                new Check.Rule.EachRow(String.join(" AND ", conditions))));
  }

  /** True for a column of dates or times. */
  public static boolean isMoment(Column column) {
    return column.type().isDate() || column.type().lake().equals("timestamp");
  }
}
