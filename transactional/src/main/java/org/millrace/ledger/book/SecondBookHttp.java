package org.millrace.ledger.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.Rates;
import org.millrace.ledger.AccountCode;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SecondBookHttp {
  private final Companies companies;
  private final JournalBooks books;
  private final Rates rates;

  SecondBookHttp(Companies companies, JournalBooks books, Rates rates) {
    this.companies = companies;
    this.books = books;
    this.rates = rates;
  }

  /** A balance in the second currency, debit above 0. */
  record Row(String account, @Amount(in = "currency") Money closing) {}

  /** An open item: in the currency of its document and in the second one. */
  record Item(
      String account,
      DocumentRef document,
      Currency documentCurrency,
      @Amount(in = "documentCurrency") BigDecimal documentOpenAmount,
      @Amount(in = "currency") Money openAmount) {}

  /**
   * The books in a second currency at the end of a day.
   *
   * @param realised differences of exchange, a gain above 0; with its other sign it balances the
   *     rows
   */
  record Answer(
      CompanyCode company,
      LocalDate date,
      Currency currency,
      @Amount(in = "currency") Money realised,
      List<Row> rows,
      List<Item> items) {}

  private record Day(Currency currency, LocalDate day) {}

  /** All entries until that day, at the rates that the company keeps. */
  @GetMapping("/api/companies/{company}/ledger/second-book")
  @RequiresPermission("ledger.read")
  Answer at(
      @PathVariable CompanyCode company,
      @RequestParam Currency currency,
      @RequestParam Optional<LocalDate> to) {
    Company known = companies.named(company);
    JournalBook journal = books.of(known, Optional.empty(), to);
    Map<Day, ExchangeRate> asked = new HashMap<>();
    SecondBook second =
        new SecondBook(
            known.currency(),
            currency,
            (from, day) ->
                asked.computeIfAbsent(
                    new Day(from, day),
                    wanted ->
                        rates.rate(company, new Rates.Wanted(wanted.currency(), currency, day))));
    journal.read(second::add);
    return new Answer(
        company,
        journal.to(),
        currency,
        second.difference().negated(),
        second.balances().entrySet().stream()
            .filter(each -> each.getValue().signum() != 0)
            .sorted(Map.Entry.<AccountCode, BigDecimal>comparingByKey())
            .map(each -> new Row(each.getKey().value(), Money.of(each.getValue(), currency)))
            .toList(),
        second.openItems().stream().map(SecondBookHttp::item).toList());
  }

  private static Item item(SecondBook.OpenItem open) {
    return new Item(
        open.account(),
        open.document(),
        open.amount().currency(),
        open.amount().amount(),
        open.worth());
  }
}
