package org.millrace.ledger.entry;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.dimension.DimensionValues;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.ledger.Account;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.JournalEntryPosted;
import org.millrace.ledger.Ledger;
import org.millrace.ledger.NewEntry;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Problems;
import org.millrace.web.BusinessTime;

/** Entries that a person posts, and reversals. */
final class ManualEntries {
  private final Companies companies;
  private final Ledger ledger;
  private final Entries entries;
  private final Documents<Entry> journal;
  private final BusinessTime time;

  ManualEntries(
      Companies companies,
      Ledger ledger,
      Entries entries,
      Documents<Entry> journal,
      BusinessTime time) {
    this.companies = companies;
    this.ledger = ledger;
    this.entries = entries;
    this.journal = journal;
    this.time = time;
  }

  /** What a person asks for: on each line either debit or credit; now when no day is named. */
  record Manual(
      String text,
      Optional<LocalDate> date,
      Optional<Instant> occurredAt,
      Optional<PartyCode> party,
      List<Side> lines) {
    Manual {
      new Problems()
          .require(text != null && !text.isBlank(), "text", text, "what the entry is for")
          .require(lines != null && lines.size() >= 2, "lines", lines, "at least two lines")
          .refuse("The entry cannot be posted");
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line: an account with either a debit or a credit of more than 0, in the currency of the
   * company.
   *
   * @param originalCurrency that of what is told, where it is another one
   * @param originalAmount what is told in it, more than 0 on either side
   */
  record Side(
      AccountCode account,
      @Amount Optional<BigDecimal> debit,
      @Amount Optional<BigDecimal> credit,
      Optional<Currency> originalCurrency,
      @Amount(in = "originalCurrency") Optional<BigDecimal> originalAmount,
      Optional<DimensionValues> dimensions) {
    Side {
      BigDecimal in = debit.orElse(BigDecimal.ZERO);
      BigDecimal out = credit.orElse(BigDecimal.ZERO);
      new Problems()
          .require(account != null, "account", "", "an account of the chart")
          .require(
              in.signum() >= 0 && out.signum() >= 0 && (in.signum() == 0) != (out.signum() == 0),
              "lines." + account,
              "debit " + in + ", credit " + out,
              "either a debit or a credit of more than 0")
          .require(
              originalCurrency.isPresent() == originalAmount.isPresent(),
              "lines." + account + ".originalAmount",
              originalAmount.map(BigDecimal::toPlainString).orElse("none"),
              "an amount with its currency, or neither of the two")
          .require(
              originalAmount
                  .filter(amount -> amount.signum() <= 0 || amount.compareTo(Money.MOST) > 0)
                  .isEmpty(),
              "lines." + account + ".originalAmount",
              originalAmount.orElse(BigDecimal.ZERO),
              "more than 0, at most " + Money.MOST)
          .refuse("The entry cannot be posted");
    }

    /** As it is booked: what it is in another currency has the sign of its side. */
    private NewEntry.Line line(Currency home) {
      Optional<Money> original =
          originalCurrency.flatMap(of -> originalAmount.map(amount -> Money.of(amount, of)));
      new Problems()
          .require(
              original.filter(told -> told.currency().equals(home)).isEmpty(),
              "lines." + account + ".originalCurrency",
              home,
              "another currency than that of the company")
          .require(
              original.filter(told -> !told.equals(told.rounded())).isEmpty(),
              "lines." + account + ".originalAmount",
              originalAmount.orElse(BigDecimal.ZERO),
              "an amount without fractions of the smallest coin")
          .refuse("The entry cannot be posted");
      boolean isDebit = signed().signum() > 0;
      return new NewEntry.Line(
          account, Money.of(signed(), home), isDebit ? original : original.map(Money::negated));
    }

    BigDecimal signed() {
      return debit.orElse(BigDecimal.ZERO).subtract(credit.orElse(BigDecimal.ZERO));
    }
  }

  /** When the reversal is dated, the day of the original by default, and why it is made. */
  record Reversal(Optional<LocalDate> date, Optional<Instant> occurredAt, Optional<String> text) {}

  Versioned<Entry> post(CompanyCode company, Manual asked) {
    return posted(company, entry(company, asked));
  }

  /** Posts many, and tells the number of each. */
  List<String> post(CompanyCode company, List<NewEntry> asked) {
    return ledger.post(company, asked).stream()
        .map(posted -> Long.toString(posted.number()))
        .toList();
  }

  /** What is to be posted, checked as far as one alone can be. */
  NewEntry entry(CompanyCode company, Manual asked) {
    refuseControl(asked, entries.chart(company).accounts());
    Company books = companies.named(company);
    Currency currency = books.currency();
    List<NewEntry.Line> lines = asked.lines().stream().map(side -> line(side, currency)).toList();
    return new NewEntry(
        Entry.MANUAL,
        asked.text().strip(),
        books.happened(asked.date(), time.occurredAt(asked.date(), asked.occurredAt())),
        Optional.empty(),
        asked.party(),
        Optional.empty(),
        Optional.empty(),
        lines);
  }

  Versioned<Entry> reverse(CompanyCode company, long number, Reversal asked) {
    named(company, number);
    entries.take(company, 0);
    Entry original = named(company, number).document();
    original.requireReversible();
    Company books = companies.named(company);
    Optional<Instant> moment =
        asked.date().isPresent() || asked.occurredAt().isPresent()
            ? asked.occurredAt()
            : Optional.of(books.startOf(original.postingDate()));
    NewEntry entry =
        new NewEntry(
            "reversal",
            asked.text().orElse("Reversal of " + number + ": " + original.text()),
            books.happened(asked.date(), time.occurredAt(asked.date(), moment)),
            Optional.of(original.document()),
            original.party(),
            Optional.empty(),
            Optional.of(number),
            original.lines().stream().map(ManualEntries::back).toList());
    return posted(company, entry);
  }

  private static NewEntry.Line line(Side side, Currency currency) {
    NewEntry.Line line = side.line(currency);
    return side.dimensions().isPresent() ? line.of(side.dimensions()) : line;
  }

  private static NewEntry.Line back(JournalEntryPosted.Line posted) {
    NewEntry.Line line =
        new NewEntry.Line(
            posted.account(),
            posted.credit().minus(posted.debit()),
            posted.original().map(Money::negated));
    return posted.dimensions().isPresent() ? line.of(posted.dimensions()) : line;
  }

  private static void refuseControl(Manual asked, Map<AccountCode, Account> chart) {
    Problems problems = new Problems();
    for (Side side : asked.lines()) {
      Account account = chart.get(side.account());
      if (account != null && account.control()) {
        problems.add(
            "lines." + side.account(),
            account.code() + " " + account.name(),
            "an account without documents of its own; post a document, or correct one");
      }
    }
    problems.refuse("Nobody posts by hand what documents tell");
  }

  private Versioned<Entry> named(CompanyCode company, long number) {
    return journal.named(company, new DocumentNumber(Long.toString(number)));
  }

  private Versioned<Entry> posted(CompanyCode company, NewEntry entry) {
    return named(company, ledger.post(company, List.of(entry)).get(0).number());
  }
}
