package org.millrace.party;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Optional;
import org.millrace.shared.BusinessDates;
import org.millrace.shared.Code;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;

/**
 * A company: all its amounts are in its currency, all its days begin and end in its time zone.
 * Negative stock is allowed only to those whose receipts are not on record, such as an imported
 * retailer. Nothing is dated before its earliest business date, if it names one.
 *
 * @param fiscalYearStartMonth the month in which its fiscal years begin, 1 for January
 */
public record Company(
    CompanyCode code,
    String name,
    Currency currency,
    boolean negativeStock,
    ZoneId timeZone,
    Optional<LocalDate> earliestBusinessDate,
    int fiscalYearStartMonth) {
  public Company {
    name = Code.checked("name", "company name", name, 200);
    fiscalYearStartMonth = FiscalYear.startMonth(fiscalYearStartMonth);
  }

  /** One whose fiscal years are calendar years. */
  public Company(
      CompanyCode code,
      String name,
      Currency currency,
      boolean negativeStock,
      ZoneId timeZone,
      Optional<LocalDate> earliestBusinessDate) {
    this(code, name, currency, negativeStock, timeZone, earliestBusinessDate, FiscalYear.JANUARY);
  }

  /** The fiscal year that a month is of. */
  public FiscalYear fiscalYearOf(YearMonth month) {
    return FiscalYear.of(month, fiscalYearStartMonth);
  }

  /**
   * The day of a document: the one on which that moment lies in the company's time zone. 2026-03-01
   * 07:00 in Shanghai is 1 March there, although it is still February in Greenwich.
   *
   * @throws org.millrace.shared.Refused when it lies before the earliest business date
   */
  public LocalDate dayOf(Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, timeZone);
    LocalDate earliest = earliestBusinessDate.orElse(BusinessDates.EARLIEST);
    new Problems()
        .require(!day.isBefore(earliest), "occurredAt", day, "a day from " + earliest + " on")
        .refuse("Company " + code + " had no business yet");
    return day;
  }

  /** The moment at which a day begins there. */
  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(timeZone).toInstant();
  }

  /** A moment of that day: now when it is today, its first one otherwise. */
  public Instant momentOn(LocalDate day, Instant now) {
    return day.equals(LocalDate.ofInstant(now, timeZone)) ? now : startOf(day);
  }

  /**
   * A moment of that day at which something is taken back: {@link #momentOn}, but not before the
   * last that happened to it until the end of the day.
   */
  public Instant momentAfter(Instant last, LocalDate day, Instant now) {
    Instant moment = momentOn(day, now);
    Instant end = startOf(day.plusDays(1)).minus(1, ChronoUnit.MICROS);
    Instant until = last.isAfter(end) ? end : last;
    return until.isAfter(moment) ? until : moment;
  }

  /**
   * When something happened that was told now: on the day that was named, else now.
   *
   * @throws org.millrace.shared.Refused when that day is still to come
   */
  public Instant happened(Optional<LocalDate> date, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, timeZone);
    LocalDate day = date.orElse(today);
    new Problems()
        .require(!day.isAfter(today), "date", day, "a day not after today " + today)
        .refuse("It cannot have happened then");
    return momentOn(day, now);
  }

  /** The moment at which its clocks show that. */
  public Instant momentOf(LocalDateTime shown) {
    return shown.atZone(timeZone).toInstant();
  }
}
