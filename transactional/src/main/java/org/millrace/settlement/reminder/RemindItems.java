package org.millrace.settlement.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.Party.Language;
import org.millrace.party.PartyCode;
import org.millrace.sales.Invoice;
import org.millrace.settlement.ItemRef;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/**
 * Proposes what is to be reminded of, and issues the reminders after review: one to each customer,
 * with the text and the fee of its highest level. What was paid or disputed since it was proposed
 * is left out, and an item goes up one level in a run.
 */
final class RemindItems {
  private final Companies companies;
  private final Parties parties;
  private final DueItems due;
  private final Stores stores;
  private final BillFees fees;

  RemindItems(Companies companies, Parties parties, DueItems due, Stores stores, BillFees fees) {
    this.companies = companies;
    this.parties = parties;
    this.due = due;
    this.stores = stores;
    this.fees = fees;
  }

  /** What reminders are made of and kept in. */
  record Stores(
      Documents<ReminderLevel> levels, Documents<ReminderRun> runs, Documents<Reminder> reminders) {
    private ReminderLevels levels(CompanyCode company) {
      return new ReminderLevels(
          levels.having(company, Map.of()).stream().map(Versioned::document).toList());
    }
  }

  /**
   * The run of a day, which is today when none is named.
   *
   * @throws org.millrace.shared.Refused as invalid when nothing is to be reminded of
   */
  Versioned<ReminderRun> propose(CompanyCode code, Optional<LocalDate> date, Instant now) {
    Company company = companies.named(code);
    Instant moment = company.happened(date, now);
    LocalDate day = company.dayOf(moment);
    due.inTurn(code);
    List<ReminderRun.Line> lines = lines(company, day, Optional.empty());
    new Problems()
        .require(!lines.isEmpty(), "date", day, "a day on which something is to be reminded of")
        .refuse("Nothing is to be reminded of");
    ReminderRun run =
        new ReminderRun(
            new DocumentNumber(stores.runs().nextNumber(code, day)),
            RunStatus.PROPOSED,
            day,
            ReminderRun.total(lines, company.currency()),
            company.currency(),
            lines);
    return stores.runs().make(code, run, moment, ReminderRunChanged::new);
  }

  private List<ReminderRun.Line> lines(
      Company company, LocalDate day, Optional<DocumentNumber> run) {
    ReminderLevels levels = stores.levels(company.code());
    List<ReminderRun.Line> lines = new ArrayList<>();
    for (DueItem item : due.overdue(company.code(), company.currency(), day, run)) {
      levels
          .next(item, day)
          .ifPresent(level -> lines.add(ReminderRun.Line.of(lines.size() + 1, item, level, day)));
    }
    return lines;
  }

  Versioned<ReminderRun> change(
      Versioned<ReminderRun> before, List<ItemRef> kept, Instant occurredAt) {
    return stored(before, before.document().changed(kept), occurredAt);
  }

  Versioned<ReminderRun> cancel(Versioned<ReminderRun> before, Instant occurredAt) {
    return stored(before, before.document().cancelled(), occurredAt);
  }

  private Versioned<ReminderRun> stored(
      Versioned<ReminderRun> before, ReminderRun after, Instant occurredAt) {
    return stores.runs().change(before, after, occurredAt, ReminderRunChanged::new);
  }

  /**
   * Makes the reminders of a run.
   *
   * @throws org.millrace.shared.Refused as conflict when nothing of it is open any more
   */
  Versioned<ReminderRun> issue(Versioned<ReminderRun> before, Instant now) {
    ReminderRun run = before.document();
    run.status().require(RunStatus.Act.ISSUE, ReminderRun.KIND.titled(run.number()));
    CompanyCode code = before.company();
    Company company = companies.named(code);
    due.inTurn(code);
    Map<ItemRef, ReminderRun.Line> open = new HashMap<>();
    lines(company, run.runDate(), Optional.of(run.number()))
        .forEach(line -> open.put(line.ref(), line));
    Map<PartyCode, List<ReminderRun.Line>> byParty = new LinkedHashMap<>();
    List<ReminderRun.Line> reminded = new ArrayList<>();
    for (ReminderRun.Line line : run.lines()) {
      ReminderRun.Line as = open.get(line.ref());
      if (as != null) {
        reminded.add(as);
        byParty.computeIfAbsent(as.party(), party -> new ArrayList<>()).add(as);
      }
    }
    new Problems()
        .require(
            !reminded.isEmpty(), "lines", "none", "something that is open; else cancel the run")
        .refuse(ReminderRun.KIND.titled(run.number()) + " cannot be issued");
    Instant moment = company.momentOn(run.runDate(), now);
    ReminderLevels levels = stores.levels(code);
    byParty.forEach(
        (party, lines) -> remind(new Reminding(company, run, levels, moment), party, lines));
    return stored(before, run.issued(reminded), moment);
  }

  /** A run whose reminders are made. */
  private record Reminding(
      Company company, ReminderRun run, ReminderLevels levels, Instant moment) {}

  private void remind(Reminding of, PartyCode code, List<ReminderRun.Line> lines) {
    CompanyCode company = of.company().code();
    int number = lines.stream().mapToInt(ReminderRun.Line::level).max().orElseThrow();
    ReminderLevel level = of.levels().of(number);
    Party party = parties.named(company, code);
    Language language =
        party
            .language()
            .or(() -> parties.self(company).flatMap(Party::language))
            .orElse(Language.EN);
    Money open = ReminderRun.total(lines, of.company().currency());
    Optional<Invoice> billed = fees.bill(company, code, level, of.moment());
    Money fee = billed.map(Invoice::grossAmount).orElse(level.fee());
    Reminder reminder =
        new Reminder(
            new DocumentNumber(stores.reminders().nextNumber(company, of.run().runDate())),
            ReminderStatus.ISSUED,
            of.run().number(),
            code,
            lines.get(0).partyName(),
            of.run().runDate(),
            number,
            level.text(language),
            open,
            fee,
            open.plus(fee),
            of.company().currency(),
            billed.map(Invoice::number),
            ReminderRun.numbered(lines),
            Optional.empty());
    stores.reminders().make(company, reminder, of.moment(), ReminderChanged::new);
  }

  /** Takes a reminder back, with the fee that was billed for it. */
  Versioned<Reminder> reverse(Versioned<Reminder> before, String reason, Instant occurredAt) {
    Reminder after = before.document().reversed(reason);
    after.feeInvoice().ifPresent(invoice -> fees.takeBack(before.company(), invoice, occurredAt));
    return stores.reminders().change(before, after, occurredAt, ReminderChanged::new);
  }
}
