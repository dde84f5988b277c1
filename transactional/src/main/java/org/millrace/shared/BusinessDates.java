package org.millrace.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The one way in for days, months and moments from outside. A mistyped year (1026, 0206) is refused
 * at the door: stages behind the core cannot hold every day a calendar knows.
 */
public final class BusinessDates {
  /** The first day of which business can be told. */
  public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  /** The last one. */
  public static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

  /** What is expected of a day that lies outside. */
  public static final String EXPECTED = "a day from " + EARLIEST + " to " + LATEST;

  private static final int LONGEST_SHOWN = 40;
  private static final Instant FIRST = EARLIEST.atStartOfDay().toInstant(ZoneOffset.UTC);
  private static final Instant END = LATEST.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);

  private BusinessDates() {}

  /** Whether business can have a date on that day. */
  public static boolean isBelievable(LocalDate day) {
    return !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
  }

  /** Whether business can have happened, or be meant to happen, at that moment. */
  public static boolean isBelievable(Instant moment) {
    return !moment.isBefore(FIRST) && moment.isBefore(END);
  }

  /**
   * A day as 2026-03-05.
   *
   * @throws Refused naming the field when it is none, or none that business can have
   */
  public static LocalDate day(String field, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      return require(field, text, day, isBelievable(day));
    } catch (DateTimeException e) {
      throw refused(field, text, "a day such as 2026-03-05");
    }
  }

  /**
   * A moment as 2026-03-05T09:00:00Z or 2026-03-05T17:00:00+08:00.
   *
   * @throws Refused naming the field when it is none, or none that business can have
   */
  public static Instant moment(String field, String text) {
    try {
      Instant moment = DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
      return require(field, text, moment, isBelievable(moment));
    } catch (DateTimeException e) {
      throw refused(field, text, "a moment such as 2026-03-05T09:00:00Z");
    }
  }

  /**
   * A month as 2026-03.
   *
   * @throws Refused naming the field when it is none, or none that business can have
   */
  public static YearMonth month(String field, String text) {
    try {
      YearMonth month = YearMonth.parse(text);
      return require(field, text, month, isBelievable(month.atDay(1)));
    } catch (DateTimeException e) {
      throw refused(field, text, "a month such as 2026-03");
    }
  }

  /**
   * A time zone by its IANA name.
   *
   * @throws Refused naming the field when there is none of that name
   */
  public static ZoneId zone(String field, String text) {
    if (!ZoneId.getAvailableZoneIds().contains(text)) {
      throw new Problems()
          .add(field, text, "an IANA time zone such as Asia/Shanghai, Europe/Berlin or UTC")
          .refused("The time zone is not known");
    }
    return ZoneId.of(text);
  }

  private static <T> T require(String field, String text, T value, boolean isBelievable) {
    if (!isBelievable) {
      throw refused(field, text, EXPECTED);
    }
    return value;
  }

  private static Refused refused(String field, String text, String expected) {
    String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
    return new Problems().add(field, shown, expected).refused("The date cannot be used");
  }
}
