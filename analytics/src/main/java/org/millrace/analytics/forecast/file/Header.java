package org.millrace.analytics.forecast.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The first line of a file: it tells the long layout from the wide one and names the columns. */
record Header(Path file, List<String> names) {

  private static final List<String> SERIES = List.of("series", "series_id", "item");
  private static final List<String> TIME = List.of("t", "date");
  private static final List<String> VALUE = List.of("value");

  Header {
    names = names.stream().map(String::strip).toList();
  }

  /** Long: one value a row, in columns series, t and value. Otherwise wide: one series a row. */
  boolean isLong() {
    return series() >= 0 && time() >= 0 && value() >= 0;
  }

  int series() {
    return first(SERIES);
  }

  int time() {
    return first(TIME);
  }

  int value() {
    return first(VALUE);
  }

  private int first(List<String> wanted) {
    for (int i = 0; i < names.size(); i++) {
      if (wanted.contains(names.get(i).toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return -1;
  }

  /** The place of a column that an option names, or -1 for none asked for. */
  int named(String column, String option) {
    if (column.isEmpty()) {
      return -1;
    }
    int place = names.indexOf(column);
    if (place < 0) {
      throw new FileRefused(
          file
              + " line 1: there is no column '"
              + column
              + "' for "
              + option
              + "; there are: "
              + String.join(", ", names.subList(0, Math.min(12, names.size()))));
    }
    return place;
  }

  /** Where a cell stands, for a message. */
  String place(long line, int column) {
    String name = column < names.size() ? names.get(column) : "";
    String shown = name.isEmpty() ? "column " + (column + 1) : name;
    return file + " line " + line + ": " + shown;
  }
}
