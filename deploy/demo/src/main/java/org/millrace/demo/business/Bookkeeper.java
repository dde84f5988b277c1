package org.millrace.demo.business;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.millrace.demo.business.Day.Phase;
import org.millrace.demo.market.Season;

/** Posts what no document of the other domains brings: capital, wages, rent, depreciation, tax. */
final class Bookkeeper {
  static final String CAPITAL_TEXT = "Share capital paid in";
  private static final int MONTHS_OPEN = 3;
  private static final Map<Integer, Investment> INVESTMENTS =
      Map.of(
          6, new Investment("forklift", "Forklift", 18_600, 72),
          19, new Investment("paint-booth", "Paint booth", 34_000, 96),
          34, new Investment("van", "Delivery van", 41_500, 60));

  private final Random random;
  private final LocalDate first;
  private final Vat vat;

  Bookkeeper(Random random, LocalDate first, Vat vat) {
    this.vat = vat;
    this.random = random;
    this.first = first;
  }

  void open(Day day) {
    add(day, Phase.CAPITAL, new Posting("capital", CAPITAL_TEXT, "1000", "3000", 900_000));
    add(day, Phase.CAPITAL, new Posting("loan", "Bank loan paid out", "1000", "2500", 350_000));
    if (vat.isKept()) {
      LocalDate from = day.date();
      day.addUndated(
          Phase.CAPITAL, MoneyActs.asset("equipment", "Workshop equipment", 240_000, from, 60));
    } else {
      add(
          day,
          Phase.CAPITAL,
          new Posting("equipment", "Workshop equipment", "1500", "1000", 240_000));
    }
  }

  void work(Day day) {
    YearMonth month = YearMonth.from(day.date());
    if (day.date().equals(lastWorkingDay(month))) {
      closeMonth(day, month);
    }
    YearMonth closing = month.minusMonths(MONTHS_OPEN);
    boolean tenth = day.date().equals(Agenda.working(month.atDay(10)));
    if (vat.isKept()) {
      invest(day);
      if (tenth && month.isAfter(YearMonth.from(first))) {
        payTax(day, month.minusMonths(1));
      }
    }
    if (tenth && !closing.isBefore(YearMonth.from(first))) {
      day.addUndated(Phase.CLOSING, MoneyActs.periodClosed(closing));
    }
  }

  private void closeMonth(Day day, YearMonth month) {
    Phase phase = Phase.BOOKKEEPING;
    int wages = 78_000 + 400 * (int) ChronoUnit.MONTHS.between(YearMonth.from(first), month);
    add(day, phase, new Posting("wages-" + month, "Wages " + month, "6100", "1000", wages));
    add(
        day,
        phase,
        new Posting("rent-" + month, "Rent of hall and office " + month, "6000", "1000", 14_500));
    int running = 9_000 + random.nextInt(5_000);
    add(
        day,
        phase,
        new Posting("running-" + month, "Energy, freight, IT " + month, "6000", "1000", running));
    if (Season.RIDING.factor(day.date()) > 1) {
      int fair = 6_000 + random.nextInt(9_000);
      add(
          day,
          phase,
          new Posting("marketing-" + month, "Marketing " + month, "6000", "1000", fair));
    }
    if (vat.isKept()) {
      day.addUndated(phase, MoneyActs.depreciation(month));
    } else {
      add(
          day,
          phase,
          new Posting("depreciation-" + month, "Depreciation " + month, "6200", "1590", 4_000));
    }
    add(
        day,
        phase,
        new Posting("interest-" + month, "Interest on bank loan " + month, "7000", "1000", 1_460));
    if (month.getMonthValue() % 3 == 0) {
      add(
          day,
          phase,
          new Posting("tax-" + month, "Income tax, advance " + month, "8000", "1000", 18_000));
    }
  }

  /** What is bought beside the equipment of the first day, after so many weeks. */
  private void invest(Day day) {
    INVESTMENTS.forEach(
        (weeks, one) -> {
          if (day.date().equals(Agenda.working(first.plusWeeks(weeks)))) {
            day.addUndated(
                Phase.BOOKKEEPING,
                MoneyActs.asset(one.name(), one.title(), one.cost(), day.date(), one.months()));
          }
        });
  }

  /** Files the return of the month and pays what is owed, or gets back what was paid too much. */
  private void payTax(Day day, YearMonth month) {
    Vat.Month tax = vat.of(month);
    Map<String, BigDecimal> signed = new LinkedHashMap<>();
    signed.put("2200", tax.output());
    signed.put("1300", tax.input().negate());
    signed.put("1000", tax.input().subtract(tax.output()));
    if (signed.values().stream().anyMatch(amount -> amount.signum() != 0)) {
      day.add(Phase.BOOKKEEPING, MoneyActs.entry("entry-vat-" + month, "VAT " + month, signed));
    }
    day.addUndated(Phase.CLOSING, MoneyActs.taxReturn(month));
  }

  private static LocalDate lastWorkingDay(YearMonth month) {
    LocalDate day = month.atEndOfMonth();
    while (!Agenda.isWorking(day)) {
      day = day.minusDays(1);
    }
    return day;
  }

  /** What lasts, in EUR, with the months it is used. */
  private record Investment(String name, String title, int cost, int months) {}

  /** An amount in EUR on the debit of one account and the credit of another. */
  private record Posting(String key, String text, String debit, String credit, int amount) {}

  private static void add(Day day, Phase phase, Posting posting) {
    day.add(
        phase,
        MoneyActs.entry(
            "entry-" + posting.key(),
            posting.text(),
            posting.debit(),
            posting.credit(),
            BigDecimal.valueOf(posting.amount())));
  }
}
