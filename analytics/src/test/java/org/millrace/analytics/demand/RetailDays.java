package org.millrace.analytics.demand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Units of each item of a retailer by day, read from daily files in the online-retail layout. */
final class RetailDays {
  private static final Set<String> SERVICES =
      Set.of("POST", "DOT", "M", "D", "C2", "S", "BANK CHARGES", "AMAZONFEE", "CRUK", "B");
  private static final int COLUMNS = 8;
  private static final int DAYS_A_WEEK = 7;
  private static final int MOST_DAYS = 800;

  private final Map<String, double[]> items = new TreeMap<>();
  private LocalDate firstMonday;
  private LocalDate lastDay = LocalDate.MIN;

  static RetailDays read(Path folder) throws IOException {
    RetailDays days = new RetailDays();
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
    for (Path file : files) {
      Files.readAllLines(file).stream().skip(1).map(RetailDays::columns).forEach(days::add);
    }
    return days;
  }

  private static List<String> columns(String line) {
    List<String> columns = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean isQuoted = false;
    for (char each : line.toCharArray()) {
      if (each == '"') {
        isQuoted = !isQuoted;
      } else if (each == ',' && !isQuoted) {
        columns.add(text.toString().strip());
        text.setLength(0);
      } else {
        text.append(each);
      }
    }
    columns.add(text.toString().strip());
    return columns;
  }

  /** Leaves out what the mapping leaves out: bad debt, price 0, services. */
  private void add(List<String> row) {
    if (row.size() < COLUMNS || row.get(0).startsWith("A")) {
      return;
    }
    String code = row.get(1).toUpperCase(Locale.ROOT);
    if (Double.parseDouble(row.get(5)) == 0
        || SERVICES.contains(code)
        || code.startsWith("GIFT_")) {
      return;
    }
    LocalDate day = LocalDate.parse(row.get(4).substring(0, 10));
    if (firstMonday == null) {
      firstMonday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
    lastDay = day.isAfter(lastDay) ? day : lastDay;
    items
            .computeIfAbsent(row.get(1), item -> new double[MOST_DAYS])[
            (int) ChronoUnit.DAYS.between(firstMonday, day)] +=
        Double.parseDouble(row.get(3));
  }

  /** Weeks that are over. */
  int weeks() {
    return (int) (ChronoUnit.DAYS.between(firstMonday, lastDay) + 1) / DAYS_A_WEEK;
  }

  /** The number of weeks that are over when a day ends. */
  int weeksAt(LocalDate day) {
    return (int) (ChronoUnit.DAYS.between(firstMonday, day) + 1) / DAYS_A_WEEK;
  }

  List<Weeks> items() {
    return items.values().stream().map(Weeks::new).toList();
  }

  /** One item. */
  record Weeks(double[] days) {

    double sold(int week, int days) {
      int from = DAYS_A_WEEK * week;
      return Arrays.stream(this.days, from, from + days).sum();
    }

    double sold(int week) {
      return Math.max(0, sold(week, DAYS_A_WEEK));
    }

    /** The first week with a sale; the number given where there is none before it. */
    int first(int end) {
      int week = 0;
      while (week < end && sold(week) <= 0) {
        week++;
      }
      return week;
    }

    /** From the first sale to the end of a week. */
    double[] until(int end) {
      int first = first(end);
      double[] history = new double[end - first];
      Arrays.setAll(history, week -> sold(first + week));
      return history;
    }

    double[] after(int end, int weeks) {
      double[] after = new double[weeks];
      Arrays.setAll(after, week -> sold(end + week));
      return after;
    }
  }
}
