package org.millrace.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.currency.ExchangeRate;
import org.millrace.ledger.AccountCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;

class SecondBookTest {
  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final DocumentRef INVOICE = new DocumentRef("sales", "invoice", "IN-1");
  private static final DocumentRef PAYMENT = new DocumentRef("settlement", "party-payment", "PM-1");

  /** By month: 1 AUD is 0.70, 0.80, 0.90 EUR from May on; 1 USD is 0.50, 0.60, 0.70 EUR. */
  private final SecondBook book =
      new SecondBook(
          USD, EUR, (from, day) -> new ExchangeRate("0." + (day.getMonthValue() + of(from)) + "0"));

  private static int of(Currency from) {
    return from.equals(USD) ? 0 : 2;
  }

  /** Lines are told as account, amount in USD, and amount in AUD, which may be missing. */
  private void entry(String day, DocumentRef document, String... lines) {
    List<BookedEntry.Line> booked = new ArrayList<>();
    for (String line : lines) {
      String[] told = line.split(" ");
      BigDecimal amount = new BigDecimal(told[1]);
      booked.add(
          new BookedEntry.Line(
              booked.size() + 1,
              new AccountCode(told[0]),
              "",
              amount.max(BigDecimal.ZERO),
              amount.negate().max(BigDecimal.ZERO),
              told.length > 2 ? Optional.of(Money.of(told[2], "AUD")) : Optional.empty()));
    }
    book.add(
        new BookedEntry(
            1, LocalDate.parse(day), Instant.EPOCH, "", "", document, Optional.empty(), booked));
  }

  private BigDecimal balance(String account) {
    return book.balances().getOrDefault(new AccountCode(account), BigDecimal.ZERO);
  }

  private void invoiceAndPayment() {
    entry("2026-05-04", INVOICE, "1100 800 1000", "4000 -800 -1000");
    entry("2026-06-04", PAYMENT, "1000 900 1000", "1150 -800 -1000", "4600 -100");
    entry("2026-06-04", INVOICE, "1150 800 1000", "1100 -800 -1000");
  }

  @Test
  void gainsByItsOwnRates() {
    invoiceAndPayment();
    assertThat(book.difference()).isEqualTo(Money.of("-100", "EUR"));
    assertThat(balance("1100")).isZero();
    assertThat(balance("1000")).isEqualByComparingTo("800");
    assertThat(book.openItems()).isEmpty();
  }

  @Test
  void takesAPaymentBackAtTheRateItCameAt() {
    invoiceAndPayment();
    entry("2026-07-04", PAYMENT, "1000 -900 -1000", "1150 800 1000", "4600 100");
    entry("2026-07-04", INVOICE, "1150 -800 -1000", "1100 800 1000");
    assertThat(book.difference().isZero()).isTrue();
    assertThat(balance("1000")).isZero();
    assertThat(book.openItems())
        .containsExactly(
            new SecondBook.OpenItem(
                "1100", INVOICE, Money.of("1000", "AUD"), Money.of("700", "EUR")));
  }

  @Test
  void paysPartsWithoutARest() {
    entry("2026-05-04", INVOICE, "1100 80 100.01", "4000 -80 -100.01");
    for (String part : List.of("33.33", "33.34", "33.34")) {
      entry("2026-06-04", INVOICE, "1000 27 " + part, "1100 -26.67 -" + part);
    }
    assertThat(balance("1100")).isZero();
    assertThat(book.openItems()).isEmpty();
  }

  @Test
  void chargesGoodsAtWhatTheyCameInFor() {
    entry("2026-05-04", new DocumentRef("purchasing", "receipt", "1"), "1200 100", "2100 -100");
    entry("2026-06-04", new DocumentRef("sales", "delivery", "1"), "5000 40", "1200 -40");
    assertThat(balance("5000")).isEqualByComparingTo("20");
    assertThat(balance("1200")).isEqualByComparingTo("30");
    entry("2026-07-04", new DocumentRef("sales", "delivery", "2"), "5000 60", "1200 -60");
    assertThat(balance("1200")).isZero();
    assertThat(balance("5000")).isEqualByComparingTo("50");
    assertThat(book.difference().isZero()).isTrue();
  }

  @Test
  void balances() {
    invoiceAndPayment();
    entry("2026-06-09", new DocumentRef("ledger", "entry", "9"), "6000 10.01", "1000 -10.01");
    BigDecimal all =
        book.balances().values().stream().reduce(book.difference().amount(), BigDecimal::add);
    assertThat(all).isZero();
  }
}
