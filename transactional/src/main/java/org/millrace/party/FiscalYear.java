package org.millrace.party;

import java.time.YearMonth;
import org.millrace.shared.Problems;

/** Twelve months of the books of a company, known by the first of them. */
public record FiscalYear(YearMonth firstMonth) {
  /** The month in which the years of most companies begin. */
  public static final int JANUARY = 1;

  private static final int MONTHS = 12;

  /** The year that a month is of when years begin in that month, 1 for January. */
  static FiscalYear of(YearMonth month, int startMonth) {
    return new FiscalYear(
        month.minusMonths((month.getMonthValue() - startMonth + MONTHS) % MONTHS));
  }

  /**
   * A month in which years can begin.
   *
   * @throws org.millrace.shared.Refused when it is none
   */
  static int startMonth(int asked) {
    new Problems()
        .require(
            asked >= 1 && asked <= MONTHS,
            "fiscalYearStartMonth",
            asked,
            "a month from 1 for January to 12 for December")
        .refuse("No fiscal year can begin then");
    return asked;
  }

  /** The last month. */
  public YearMonth lastMonth() {
    return firstMonth.plusMonths(MONTHS - 1L);
  }

  /** Which of its months that is: 1 for the first. */
  public int place(YearMonth month) {
    return (month.getYear() - firstMonth.getYear()) * MONTHS
        + month.getMonthValue()
        - firstMonth.getMonthValue()
        + 1;
  }
}
