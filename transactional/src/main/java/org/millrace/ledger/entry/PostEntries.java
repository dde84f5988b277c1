package org.millrace.ledger.entry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.ledger.Account;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.Chart;
import org.millrace.ledger.JournalEntryPosted;
import org.millrace.ledger.Ledger;
import org.millrace.ledger.NewEntry;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.Code;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.EventHead;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/** Posts balanced entries under gap-free numbers into open months. */
final class PostEntries implements Ledger {
  private static final Set<String> BY_HAND = Set.of(Entry.MANUAL, "reversal");

  private final Companies companies;
  private final Entries entries;
  private final Documents<Entry> journal;
  private final NameDimensions dimensions;
  private final Events events;

  PostEntries(
      Companies companies,
      Entries entries,
      Documents<Entry> journal,
      NameDimensions dimensions,
      Events events) {
    this.dimensions = dimensions;
    this.companies = companies;
    this.entries = entries;
    this.journal = journal;
    this.events = events;
  }

  @Override
  public List<JournalEntryPosted> post(CompanyCode company, List<NewEntry> asked) {
    if (asked.isEmpty()) {
      return List.of();
    }
    Company books = companies.named(company);
    Currency currency = books.currency();
    asked.forEach(entry -> refuseUnbalanced(entry, currency));
    List<NewEntry> moving = asked.stream().filter(entry -> !entry.isEmpty()).toList();
    Chart whole = entries.chart(company);
    Map<AccountCode, Account> chart = whole.accounts();
    List<NewEntry> fresh =
        dimensions.named(books, onAccounts(moving, whole), chart).stream()
            .filter(entry -> !entry.isEmpty())
            .toList();
    long first = entries.take(company, fresh.size());
    refuseClosed(books, asked);
    if (fresh.isEmpty()) {
      return List.of();
    }
    List<JournalEntryPosted> posted = new ArrayList<>(fresh.size());
    for (NewEntry entry : fresh) {
      posted.add(numbered(books, first + posted.size(), entry, chart));
    }
    entries.add(posted, fresh.stream().map(NewEntry::reverses).toList());
    events.publish(posted);
    return posted;
  }

  @Override
  public Map<String, Money> balances(
      CompanyCode company,
      String domain,
      Collection<String> documents,
      Collection<AccountCode> accounts) {
    Chart chart = entries.chart(company);
    return entries.balances(
        company, domain, documents, accounts.stream().map(chart::of).distinct().toList());
  }

  @Override
  public List<Posted> entries(CompanyCode company, Collection<Long> numbers) {
    List<Code> wanted = numbers.stream().map(number -> (Code) number::toString).toList();
    return journal.find(company, wanted).stream()
        .map(Versioned::document)
        .map(
            entry ->
                new Posted(
                    entry.number(),
                    entry.postingDate(),
                    entry.text(),
                    entry.currency(),
                    entry.lines()))
        .toList();
  }

  /** What rules post, on the accounts that have their roles; people name accounts themselves. */
  private static List<NewEntry> onAccounts(List<NewEntry> entries, Chart chart) {
    return entries.stream()
        .map(
            entry ->
                BY_HAND.contains(entry.rule())
                    ? entry
                    : entry.having(entry.lines().stream().map(line -> line.in(chart)).toList()))
        .toList();
  }

  private static void refuseUnbalanced(NewEntry entry, Currency currency) {
    Money debit = Money.zero(currency);
    Money credit = Money.zero(currency);
    Problems problems = new Problems();
    for (NewEntry.Line line : entry.lines()) {
      Money rounded = line.amount().rounded();
      problems.require(
          rounded.compareTo(line.amount()) == 0,
          "lines." + line.account(),
          line.amount(),
          "an amount without fractions of the smallest coin");
      if (rounded.isPositive()) {
        debit = debit.plus(rounded);
      } else {
        credit = credit.minus(rounded);
      }
    }
    problems
        .require(debit.compareTo(credit) == 0, "lines", debit, "debit equal to credit " + credit)
        .refuse("The entry '" + entry.text() + "' cannot be posted");
  }

  /** Also for what moves no value: nothing new is dated in a closed month. */
  private void refuseClosed(Company books, List<NewEntry> asked) {
    Optional<YearMonth> through = entries.closedThrough(books.code());
    for (NewEntry entry : asked) {
      LocalDate day = books.dayOf(entry.occurredAt());
      YearMonth month = YearMonth.from(day);
      if (through.filter(last -> !month.isAfter(last)).isPresent()) {
        throw Refused.conflict(
            "'%s' is dated %s, but %s of %s is closed. Use a day in an open month, from %s on."
                .formatted(entry.text(), day, month, books.code(), through.get().plusMonths(1)));
      }
    }
  }

  private static JournalEntryPosted numbered(
      Company books, long number, NewEntry entry, Map<AccountCode, Account> chart) {
    CompanyCode company = books.code();
    Currency currency = books.currency();
    List<JournalEntryPosted.Line> lines = new ArrayList<>(entry.lines().size());
    for (NewEntry.Line line : entry.lines()) {
      requireOpen(entry, chart.get(line.account()));
      lines.add(line(lines.size() + 1, line, chart, currency));
    }
    String id = EventHead.aggregateId("journal-entry", company, Long.toString(number));
    EventHead head = EventHead.of(company, id, 1, entry.occurredAt());
    return new JournalEntryPosted(
        entry.sourceEventId().map(head::causedBy).orElse(head),
        number,
        books.dayOf(entry.occurredAt()),
        currency,
        entry.rule(),
        entry.text(),
        entry.document().orElseGet(() -> new DocumentRef("ledger", "entry", Long.toString(number))),
        entry.party(),
        entry.sourceEventId(),
        lines);
  }

  /** What reverses an entry may stand on an account that was closed since. */
  private static void requireOpen(NewEntry entry, @Nullable Account account) {
    if (account != null && account.closed() && entry.reverses().isEmpty()) {
      throw new Problems()
          .add("account", account.code(), "an account that is not closed")
          .refused("The entry cannot be posted");
    }
  }

  private static JournalEntryPosted.Line line(
      int number, NewEntry.Line line, Map<AccountCode, Account> chart, Currency currency) {
    Account account = chart.get(line.account());
    if (account == null) {
      throw new Problems()
          .add("account", line.account(), "an account of the chart")
          .refused("The entry cannot be posted");
    }
    Money none = Money.zero(currency);
    boolean debit = line.amount().isPositive();
    return new JournalEntryPosted.Line(
        number,
        account.code(),
        account.name(),
        account.type(),
        debit ? line.amount() : none,
        debit ? none : line.amount().negated(),
        line.original().map(Money::currency),
        line.original().map(Money::amount),
        line.dimensions(),
        account.reportsAs());
  }
}
