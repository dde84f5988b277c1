package org.millrace.demo.business;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.millrace.demo.business.BusinessYear.Founding;
import org.millrace.demo.business.Day.Phase;
import org.millrace.demo.market.Shop;

/**
 * Takes in what the bank tells every Friday: money of the French shops, whom it is matched with,
 * and once a month the fee of the account.
 */
final class BankDesk {
  private static final String ACCOUNT = "BANK";
  private static final String COUNTRY = "France";
  private static final String FEE_TEXT = "Account fee";
  private static final BigDecimal FEE = new BigDecimal("-24.90");
  private static final int LAST_FIRST_WEEK_DAY = 7;

  private final Founding founding;
  private final Agenda agenda;
  private final List<MoneyActs.BankLine> told = new ArrayList<>();

  BankDesk(Founding founding, Agenda agenda) {
    this.founding = founding;
    this.agenda = agenda;
  }

  void open(Day day) {
    if (founding.hasCurrencies()) {
      day.addUndated(
          Phase.CAPITAL,
          MoneyActs.bankAccount(ACCOUNT, "Current account", "DE89370400440532013000"));
      day.addUndated(Phase.RECEIVING, MoneyActs.bankRule(FEE_TEXT, "6000"));
    }
  }

  /** Whether money of this shop is known from the bank alone. */
  boolean hears(Shop shop) {
    return founding.hasCurrencies()
        && shop.country().equals(COUNTRY)
        && shop.habit().paying() != Shop.Paying.EARLY;
  }

  /** A shop pays so much of an invoice on a day. */
  void expect(LocalDate paid, Shop shop, String invoice, BigDecimal amount) {
    agenda.on(
        paid,
        day ->
            told.add(
                new MoneyActs.BankLine(
                    day.date(), amount, "Invoice {" + invoice + "}", shop.name())));
  }

  void work(Day day) {
    if (!founding.hasCurrencies() || day.date().getDayOfWeek() != DayOfWeek.FRIDAY) {
      return;
    }
    if (day.date().getDayOfMonth() <= LAST_FIRST_WEEK_DAY) {
      told.add(new MoneyActs.BankLine(day.date(), FEE, FEE_TEXT, ""));
    }
    if (!told.isEmpty()) {
      String name = "statement-" + day.date();
      day.add(Phase.BOOKKEEPING, MoneyActs.bankStatement(name, ACCOUNT, List.copyOf(told)));
      day.add(Phase.CLOSING, MoneyActs.bankStatementMatched(name));
      told.clear();
    }
  }
}
