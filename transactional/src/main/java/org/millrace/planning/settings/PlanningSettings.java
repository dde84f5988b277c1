package org.millrace.planning.settings;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.millrace.shared.Code;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;

/**
 * What holds for all plans of a company: the first days in which a plan starts nothing, the days
 * that are worked, and the service level of each pair of classes.
 */
public record PlanningSettings(
    int frozenDays,
    List<DayOfWeek> workingDays,
    List<Holiday> holidays,
    ServiceLevels serviceLevels) {
  private static final int LONGEST_FROZEN = 90;
  private static final int MOST_HOLIDAYS = 500;

  /** Nothing frozen, Monday to Friday, no holidays. */
  public static final PlanningSettings DEFAULTS =
      new PlanningSettings(
          0,
          List.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
          List.of(),
          ServiceLevels.DEFAULTS);

  public PlanningSettings {
    workingDays = workingDays.stream().distinct().sorted().toList();
    holidays = holidays.stream().sorted(Comparator.comparing(Holiday::date)).toList();
    List<LocalDate> days = holidays.stream().map(Holiday::date).toList();
    List<LocalDate> twice =
        days.stream().filter(day -> days.indexOf(day) != days.lastIndexOf(day)).distinct().toList();
    Problems problems = new Problems();
    problems
        .require(
            frozenDays >= 0 && frozenDays <= LONGEST_FROZEN,
            "frozenDays",
            frozenDays,
            "0 to " + LONGEST_FROZEN + " days")
        .require(!workingDays.isEmpty(), "workingDays", "none", "at least one day of the week")
        .require(
            holidays.size() <= MOST_HOLIDAYS,
            "holidays",
            holidays.size() + " days",
            "at most " + MOST_HOLIDAYS + " days; leave out those long past")
        .require(twice.isEmpty(), "holidays.date", twice, "each day once");
    serviceLevels.a().check(problems, "a");
    serviceLevels.b().check(problems, "b");
    serviceLevels.c().check(problems, "c");
    problems.refuse("The planning settings cannot be set");
  }

  /** A day on which nobody works, though it is a working day of the week. */
  public record Holiday(LocalDate date, Optional<String> name) {
    public Holiday {
      name = name.map(text -> Code.checked("name", "holiday name", text, 100));
    }
  }

  /** The share of replenishment cycles that shall see no stock-out, by class. */
  public record ServiceLevels(OfClass a, OfClass b, OfClass c) {
    /** Dear and steady items get most, cheap and erratic ones least. */
    public static final ServiceLevels DEFAULTS =
        new ServiceLevels(
            OfClass.of("0.98", "0.97", "0.95"),
            OfClass.of("0.97", "0.95", "0.92"),
            OfClass.of("0.95", "0.92", "0.90"));
  }

  /** The levels of one class by value: of its steady, varying and erratic items. */
  public record OfClass(BigDecimal x, BigDecimal y, BigDecimal z) {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int MOST_DECIMALS = 4;

    public OfClass {
      x = PlainNumber.of(x);
      y = PlainNumber.of(y);
      z = PlainNumber.of(z);
    }

    private static OfClass of(String x, String y, String z) {
      return new OfClass(new BigDecimal(x), new BigDecimal(y), new BigDecimal(z));
    }

    private void check(Problems problems, String name) {
      check(problems, name + ".x", x);
      check(problems, name + ".y", y);
      check(problems, name + ".z", z);
    }

    private static void check(Problems problems, String name, BigDecimal level) {
      problems.require(
          level.compareTo(HALF) >= 0
              && level.compareTo(BigDecimal.ONE) < 0
              && level.scale() <= MOST_DECIMALS,
          "serviceLevels." + name,
          level,
          "a fraction from 0.5 to below 1 with at most %d decimals, such as 0.95"
              .formatted(MOST_DECIMALS));
    }
  }

  /** Whether people work on a day. */
  public boolean isWorkingDay(LocalDate day) {
    return workingDays.contains(day.getDayOfWeek())
        && holidays.stream().noneMatch(holiday -> holiday.date().equals(day));
  }
}
