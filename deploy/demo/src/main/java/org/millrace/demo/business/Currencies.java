package org.millrace.demo.business;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.millrace.demo.business.BusinessYear.Founding;
import org.millrace.demo.business.Day.Phase;
import org.millrace.demo.market.Catalogue;

/**
 * The currencies that two suppliers are paid in, by price lists of their own. Rates are noted every
 * Monday and swing by up to 4 % in a year; what is owed is valued anew at the end of each month.
 */
final class Currencies {
  private static final double SWING = 0.04;
  private static final double DAYS_A_SWING = 290;
  private static final int RATE_DECIMALS = 6;
  private static final String HOME_CURRENCY = "EUR";

  /** What one unit is worth in EUR on average, and the decimals of its amounts. */
  private record Foreign(String country, String code, String worth, int decimals, int lagDays) {}

  private static final List<Foreign> FOREIGN =
      List.of(
          new Foreign("Japan", "JPY", "0.006120", 0, 0),
          new Foreign("Czechia", "CZK", "0.040500", 2, 70));

  private final Founding founding;
  private Optional<LocalDate> first = Optional.empty();

  Currencies(Founding founding) {
    this.founding = founding;
  }

  boolean areKept() {
    return founding.hasCurrencies();
  }

  /** The currency of a supplier, unless that is the company's. */
  Optional<String> of(Catalogue.Supplier supplier) {
    return foreign(supplier.country()).map(Foreign::code);
  }

  private Optional<Foreign> foreign(String country) {
    return FOREIGN.stream().filter(one -> areKept() && one.country().equals(country)).findFirst();
  }

  /** What one costs by the price list of its supplier. */
  BigDecimal price(Catalogue.Component component) {
    return foreign(Catalogue.countryOfOrigin(component.code()))
        .map(
            money ->
                component
                    .cost()
                    .divide(new BigDecimal(money.worth()), money.decimals(), RoundingMode.HALF_UP))
        .orElse(component.cost());
  }

  /** What one unit of the currency of a supplier is worth on a day, in EUR. */
  BigDecimal rate(Catalogue.Supplier supplier, LocalDate day) {
    return foreign(supplier.country()).map(money -> rate(money, day)).orElse(BigDecimal.ONE);
  }

  private static BigDecimal rate(Foreign money, LocalDate day) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    double angle = 2 * Math.PI * (monday.toEpochDay() + money.lagDays()) / DAYS_A_SWING;
    double factor = 1 + SWING * StrictMath.sin(angle);
    return new BigDecimal(money.worth())
        .multiply(BigDecimal.valueOf(factor))
        .setScale(RATE_DECIMALS, RoundingMode.HALF_UP);
  }

  /** The rates of the first week, unless the first day is the one on which they are noted. */
  void open(Day day) {
    if (areKept() && day.date().getDayOfWeek() != DayOfWeek.MONDAY) {
      note(day, day.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }
  }

  void work(Day day) {
    if (!areKept()) {
      return;
    }
    LocalDate date = day.date();
    first = first.or(() -> Optional.of(date));
    if (date.getDayOfWeek() == DayOfWeek.MONDAY) {
      note(day, date);
    }
    YearMonth month = YearMonth.from(date);
    if (hasOwed(date, month)) {
      day.addUndated(Phase.CLOSING, MoneyActs.revaluation(month.minusMonths(1)));
    }
  }

  /** The first working day of a month after one in which something was bought. */
  private boolean hasOwed(LocalDate date, YearMonth month) {
    boolean isFirstMonth = first.map(day -> YearMonth.from(day).equals(month)).orElse(true);
    return !isFirstMonth && date.equals(Agenda.working(month.atDay(1)));
  }

  private static void note(Day day, LocalDate from) {
    for (Foreign money : FOREIGN) {
      day.addUndated(
          Phase.TAX_CODES, MoneyActs.rate(money.code(), HOME_CURRENCY, from, rate(money, from)));
    }
  }
}
