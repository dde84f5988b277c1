package org.millrace.bank.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.bank.BankBooking;
import org.millrace.shared.CompanyCode;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxEntry;
import org.millrace.tax.TaxRegister;
import org.millrace.tax.Taxes;

/** The input tax inside expenses that the bank took. */
final class ExpenseTax {
  private final Taxes taxes;
  private final TaxRegister register;

  ExpenseTax(Taxes taxes, TaxRegister register) {
    this.taxes = taxes;
    this.register = register;
  }

  void add(CompanyCode company, BankBooking booking, LocalDate day) {
    entry(company, booking, day).ifPresent(entry -> register.add(company, List.of(entry)));
  }

  void takeBack(CompanyCode company, BankBooking booking, LocalDate day) {
    entry(company, booking, day)
        .ifPresent(entry -> register.add(company, List.of(entry.reversed(entry.document(), day))));
  }

  private Optional<TaxEntry> entry(CompanyCode company, BankBooking booking, LocalDate day) {
    return booking
        .taxCode()
        .filter(code -> !booking.expenseTax().isZero())
        .map(TaxCodeName::new)
        .map(
            code ->
                new TaxEntry(
                    BankBooking.KIND.ref(booking.number()),
                    day,
                    TaxEntry.Side.INPUT,
                    code,
                    taxes
                        .rules(company, List.of(code))
                        .treatment(Optional.of(code), day)
                        .category(),
                    booking.expense().minus(booking.expenseTax()).negated(),
                    booking.expenseTax().negated()));
  }
}
