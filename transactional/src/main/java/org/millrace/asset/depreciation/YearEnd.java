package org.millrace.asset.depreciation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;

/** The day on which a year ends, such as 12-31; 02-29 is 28 February in years without it. */
public record YearEnd(String value) implements Code {
  /** The end of the calendar year. */
  public static final YearEnd DECEMBER = new YearEnd("12-31");

  public YearEnd {
    value = Code.checked("yearEnd", "year end", value, 5);
    new Problems()
        .require(isDay(value), "yearEnd", value, "a month and a day such as 06-30")
        .refuse("The year end cannot be used");
  }

  /** The end of years that begin with a month, 1 for January. */
  public static YearEnd before(int startMonth) {
    Month last = Month.of(startMonth).minus(1);
    return new YearEnd(MonthDay.of(last, last.maxLength()).toString().substring("--".length()));
  }

  private static boolean isDay(String text) {
    try {
      return MonthDay.parse("--" + text).toString().endsWith(text);
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** The first end of a year on that day or after it. */
  LocalDate from(LocalDate day) {
    MonthDay end = MonthDay.parse("--" + value);
    LocalDate same = end.atYear(day.getYear());
    return same.isBefore(day) ? end.atYear(day.getYear() + 1) : same;
  }

  @Override
  public String toString() {
    return value;
  }
}
