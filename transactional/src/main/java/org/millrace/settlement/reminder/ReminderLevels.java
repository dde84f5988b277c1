package org.millrace.settlement.reminder;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The levels of a company in the order of their days, counted from 1. An item goes up one level at
 * a time: it is on the next one when it is late by the days of that level, and as many days after
 * the last reminder as lie between the two. Levels of 7, 21 and 35 days: 40 days late and never
 * reminded of is level 1; reminded of on that day, level 2 comes 14 days later.
 */
record ReminderLevels(List<ReminderLevel> levels) {
  ReminderLevels {
    levels =
        levels.stream()
            .sorted(
                Comparator.comparingInt(ReminderLevel::daysLate)
                    .thenComparing(level -> level.code().value()))
            .toList();
  }

  /** The level of that number. */
  ReminderLevel of(int number) {
    return levels.get(number - 1);
  }

  /** The level on which an item is to be reminded of on a day; absent where it is not. */
  Optional<Integer> next(DueItem item, LocalDate day) {
    int last = Math.min(item.lastLevel(), levels.size());
    if (last == levels.size() || item.daysLate(day) < of(last + 1).daysLate()) {
      return Optional.empty();
    }
    int between = last == 0 ? 0 : of(last + 1).daysLate() - of(last).daysLate();
    boolean isSoon =
        item.lastReminded().filter(before -> before.plusDays(between).isAfter(day)).isPresent();
    return isSoon ? Optional.empty() : Optional.of(last + 1);
  }
}
