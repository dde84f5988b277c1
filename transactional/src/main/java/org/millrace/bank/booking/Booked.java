package org.millrace.bank.booking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.bank.BankAccount;
import org.millrace.bank.BankBooking;
import org.millrace.bank.BookingNumber;
import org.millrace.bank.BookingStatus;
import org.millrace.bank.match.Match;
import org.millrace.shared.Money;

/** The booking that a match becomes. */
record Booked(BankAccount account, BookingNumber number, LocalDate date, BankBooking.DecidedBy by) {

  BankBooking of(
      Match match,
      List<BankBooking.Line> lines,
      List<BankBooking.Payment> payments,
      Optional<BookingNumber> takesBack) {
    Money zero = Money.zero(account.currency());
    Optional<Match.Expense> expense = match.split().expense();
    List<BankBooking.Item> items = new ArrayList<>();
    for (Match.Allocation each : match.items()) {
      items.add(
          new BankBooking.Item(
              items.size() + 1,
              each.item().ref(),
              each.item().number().orElse(each.item().ref()),
              each.item().partner().code(),
              each.amount()));
    }
    return new BankBooking(
        number,
        BookingStatus.POSTED,
        account.code(),
        date,
        lines.stream().map(BankBooking.Line::amount).reduce(zero, Money::plus),
        by,
        match.ground().reason(),
        match.ground().words(),
        match.split().discount(),
        match.split().writeOff(),
        match.split().fee(),
        match.split().onAccount(),
        match.partner(),
        expense.flatMap(Match.Expense::account),
        expense.map(Match.Expense::amount).orElse(zero),
        expense.map(Match.Expense::tax).orElse(zero),
        expense.flatMap(Match.Expense::taxCode),
        takesBack,
        Optional.empty(),
        lines,
        items,
        payments,
        account.currency());
  }
}
