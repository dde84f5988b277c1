package org.millrace.analytics.forecast.file;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where a long file holds the series, the time and the value of a row. */
record Columns(int series, int time, int value) {

  private static final int ALL = 3;

  /** Names that tell what a column holds: in any file, or only in one that holds these three. */
  private enum Role {
    SERIES(
        List.of("series", "series_id", "unique_id", "item", "name", "id"),
        List.of("item_id", "item_no", "sku", "product", "product_id", "article")),
    TIME(
        List.of("t", "date", "time", "ds", "timestamp", "period", "day", "week", "month"),
        List.of("quarter", "year", "hour", "step", "datetime", "year_month")),
    VALUE(
        List.of("value", "y", "quantity", "qty"),
        List.of("values", "sales", "demand", "units", "amount", "actual"));

    private final List<String> sure;
    private final List<String> among;

    Role(List<String> sure, List<String> among) {
      this.sure = sure;
      this.among = among;
    }

    private boolean isMeant(String name) {
      return sure.contains(name) || among.contains(name);
    }

    /** The column of the first sure name that there is, else -1. */
    private int first(List<String> names) {
      return sure.stream().mapToInt(names::indexOf).filter(i -> i >= 0).findFirst().orElse(-1);
    }
  }

  /** The three columns by their names; empty for a wide file. */
  static Optional<Columns> found(List<String> names, Options.Cycle cycle) {
    List<String> plain = names.stream().map(Columns::plain).toList();
    Columns sure =
        new Columns(Role.SERIES.first(plain), Role.TIME.first(plain), Role.VALUE.first(plain));
    if (sure.series >= 0 && sure.time >= 0 && sure.value >= 0) {
      return Optional.of(sure);
    }
    List<String> cycles = List.of(plain(cycle.seasonColumn()), plain(cycle.horizonColumn()));
    int[] others =
        IntStream.range(0, plain.size()).filter(i -> !cycles.contains(plain.get(i))).toArray();
    Map<Role, Integer> found = new EnumMap<>(Role.class);
    for (int column : others) {
      for (Role role : Role.values()) {
        if (role.isMeant(plain.get(column))) {
          found.put(role, column);
        }
      }
    }
    return others.length == ALL && found.size() == ALL
        ? Optional.of(
            new Columns(
                requireNonNull(found.get(Role.SERIES)),
                requireNonNull(found.get(Role.TIME)),
                requireNonNull(found.get(Role.VALUE))))
        : Optional.empty();
  }

  /** Whether a column holds times by its name. */
  static boolean isTime(String name) {
    return Role.TIME.isMeant(plain(name));
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
  }

  /** How many cells a row has at least. */
  int width() {
    return 1 + Math.max(series, Math.max(time, value));
  }
}
