package org.millrace.demo.business;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What was arranged for later days. */
final class Agenda {
  private final Map<LocalDate, List<Consumer<Day>>> arranged = new HashMap<>();

  /** Arranges something for the first working day from that date on. */
  void on(LocalDate date, Consumer<Day> what) {
    arranged.computeIfAbsent(working(date), d -> new ArrayList<>()).add(what);
  }

  /** Does what was arranged for that day; it may arrange for later days only. */
  void keep(Day day) {
    List<Consumer<Day>> today = arranged.remove(day.date());
    if (today != null) {
      today.forEach(what -> what.accept(day));
    }
  }

  static boolean isWorking(LocalDate date) {
    return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
  }

  /** That date, or the Monday after. */
  static LocalDate working(LocalDate date) {
    LocalDate day = date;
    while (!isWorking(day)) {
      day = day.plusDays(1);
    }
    return day;
  }
}
