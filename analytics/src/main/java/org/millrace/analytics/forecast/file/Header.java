package org.millrace.analytics.forecast.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The first line of a file: it tells the long layout from the wide one and names the columns. */
record Header(Path file, List<String> names) {

  private static final List<String> CYCLE = List.of("season", "seasonality", "horizon");
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d+)?");

  Header {
    names = names.stream().map(String::strip).toList();
  }

  /**
   * Refuses a first line of values. A header may count its columns, 1, 2, 3 or 1999, 2000, so only
   * fractions and numbers that do not rise give it away.
   */
  void checkNames() {
    double before = Double.NEGATIVE_INFINITY;
    int numbers = 0;
    boolean isRising = true;
    for (String name : names.subList(Math.min(1, names.size()), names.size())) {
      if (NUMBER.matcher(name).matches()) {
        double value = Double.parseDouble(name);
        isRising &= value > before && value == Math.rint(value);
        before = value;
        numbers++;
      }
    }
    if (numbers > 0 && !isRising) {
      throw noNames();
    }
  }

  private FileRefused noNames() {
    return new FileRefused(
        file
            + " line 1 holds values where the header should be. Put a line such as"
            + " series,t,value (one value a row) or series,1,2,3 (one series a row) first");
  }

  /** Refuses a wide file that is none, going by what it names its series. */
  void checkNameColumn(int column, List<String> firsts) {
    boolean areDates = firsts.stream().allMatch(CalendarTime::isPlausible);
    boolean areNumbers = firsts.stream().allMatch(each -> NUMBER.matcher(each).matches());
    String name = names.get(column);
    if (areDates || areNumbers && Columns.isTime(name)) {
      throw new FileRefused(
          "%s holds one series a column, since its first column is times ('%s'). Put one series"
                  .formatted(file, firsts.get(0))
              + " a row, its name first, or one value a row as series,t,value");
    }
    List<String> others = names.subList(column + 1, names.size());
    boolean areCounted = others.stream().allMatch(each -> NUMBER.matcher(each).matches());
    if (areCounted && isNumbered(name) && firsts.stream().allMatch(each -> isLike(name, each))) {
      throw noNames();
    }
    boolean isNumbered = isNumbered(name) && !name.toUpperCase(Locale.ROOT).startsWith("V");
    if (areNumbers && isNumbered && others.stream().allMatch(each -> isLike(name, each))) {
      throw new FileRefused(
          "%s line 1: the first column, '%s', is numbered as the others, but a wide file names"
                  .formatted(file, name)
              + " the series in it. Put one series a row, its name first, under a header such as"
              + " id,1,2,3");
    }
  }

  /** Whether two names differ in their numbers only. */
  private static boolean isLike(String one, String other) {
    return one.replaceAll("\\d+", "1").equals(other.replaceAll("\\d+", "1"));
  }

  /** What to say when a wide file that has no numbered columns does not read as one. */
  Optional<String> adviceOnWide() {
    return names.stream().skip(1).anyMatch(Header::isNumbered)
        ? Optional.empty()
        : Optional.of(
            "Line 1 (%s) was read as that of a wide file, one series a row, its name first."
                    .formatted(shownNames())
                + " For one value a row call the columns series, t and value");
  }

  private String shownNames() {
    return String.join(",", names.subList(0, Math.min(12, names.size())));
  }

  /** The place of a column that an option names, or -1 for none asked for. */
  int named(String column, String option) {
    if (column.isEmpty()) {
      return -1;
    }
    int place = -1;
    for (int i = names.size() - 1; i >= 0; i--) {
      place = names.get(i).equalsIgnoreCase(column.strip()) ? i : place;
    }
    if (place < 0) {
      throw new FileRefused(
          file
              + " line 1: there is no column '"
              + column
              + "' for "
              + option
              + "; there are: "
              + shownNames().replace(",", ", "));
    }
    return place;
  }

  /** What a cell says and where it stands. */
  record Cell(String text, String place) {}

  /**
   * Whether a wide file's column after the first holds no values by its name: it has no number
   * where others have (1, V1, 2026-01), or speaks of season or horizon.
   */
  boolean isApart(int column) {
    String name = names.get(column);
    boolean areNumbered = names.stream().skip(1).anyMatch(Header::isNumbered);
    return CYCLE.contains(name.toLowerCase(Locale.ROOT))
        || areNumbered && !name.isEmpty() && !isNumbered(name);
  }

  private static boolean isNumbered(String name) {
    return name.chars().anyMatch(Character::isDigit);
  }

  /** The cell of a column that an option named; empty when none was named or it is blank. */
  Optional<Cell> cell(long line, List<String> cells, int column) {
    if (column < 0 || column >= cells.size() || cells.get(column).isBlank()) {
      return Optional.empty();
    }
    return Optional.of(new Cell(cells.get(column), place(line, column)));
  }

  /** The name of a row's series, which may not be blank. */
  String seriesName(long line, List<String> cells, int column) {
    String name = column < cells.size() ? cells.get(column).strip() : "";
    if (name.isEmpty()) {
      throw new FileRefused(place(line, column) + " is blank, but names the series");
    }
    return name;
  }

  /** Where a cell stands, for a message. */
  String place(long line, int column) {
    return file + " line " + line + ": " + shown(column);
  }

  /** The name of a column, or which it is. */
  String shown(int column) {
    String name = column < names.size() ? names.get(column) : "";
    return name.isEmpty() ? "column " + (column + 1) : name;
  }
}
