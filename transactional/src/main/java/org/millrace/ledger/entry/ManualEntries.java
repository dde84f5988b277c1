package org.millrace.ledger.entry;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.ledger.Account;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.Ledger;
import org.millrace.ledger.NewEntry;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
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

  /** A line: an account with either a debit or a credit of more than 0. */
  record Side(AccountCode account, Optional<BigDecimal> debit, Optional<BigDecimal> credit) {
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
          .refuse("The entry cannot be posted");
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
    refuseControl(asked);
    Company books = companies.named(company);
    Currency currency = books.currency();
    List<NewEntry.Line> lines =
        asked.lines().stream()
            .map(side -> new NewEntry.Line(side.account(), Money.of(side.signed(), currency)))
            .toList();
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
            original.lines().stream()
                .map(line -> new NewEntry.Line(line.account(), line.credit().minus(line.debit())))
                .toList());
    return posted(company, entry);
  }

  private void refuseControl(Manual asked) {
    Map<AccountCode, Account> chart = entries.chart();
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
