package org.millrace.settlement.reminder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.millrace.document.DocumentKind;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.PartyCode;
import org.millrace.settlement.ItemKind;
import org.millrace.settlement.ItemRef;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;

/**
 * What is to be reminded of on a day, proposed and then reviewed: lines are taken out until it is
 * issued. Amounts are in the currency of the company.
 *
 * @param openAmount of all lines
 */
record ReminderRun(
    DocumentNumber number,
    RunStatus status,
    LocalDate runDate,
    Money openAmount,
    Currency currency,
    List<Line> lines) {
  /** Stored in settlement.reminder_run with its lines; numbered RR-000001. */
  static final DocumentKind<ReminderRun> KIND =
      DocumentKind.of(ReminderRun.class, "settlement", "reminder-run")
          .numbered("RR")
          .lines("lines", "settlement.reminder_run_line", "run")
          .searched("number", "lines.item", "lines.party")
          .sorted("-runDate")
          .steps(ReminderRun::status, RunStatus.Act.values())
          .build();

  ReminderRun {
    lines = List.copyOf(lines);
  }

  /**
   * An item to be reminded of.
   *
   * @param level counted from 1
   * @param documentOpenAmount what is open in the currency of the document
   */
  record Line(
      int line,
      PartyCode party,
      String partyName,
      ItemKind itemKind,
      String item,
      LocalDate itemDate,
      LocalDate dueDate,
      int daysLate,
      int level,
      @Amount Money openAmount,
      Currency documentCurrency,
      @Amount(in = "documentCurrency") BigDecimal documentOpenAmount) {
    Line {
      documentOpenAmount = PlainNumber.of(documentOpenAmount);
    }

    static Line of(int number, DueItem due, int level, LocalDate day) {
      return new Line(
          number,
          due.party(),
          due.partyName(),
          due.about().kind(),
          due.about().number(),
          due.about().itemDate(),
          due.about().dueDate(),
          due.daysLate(day),
          level,
          due.owed().open(),
          due.owed().documentCurrency(),
          due.owed().documentOpen());
    }

    ItemRef ref() {
      return new ItemRef(itemKind, item);
    }
  }

  /**
   * The run with fewer lines.
   *
   * @throws org.millrace.shared.Refused when it is issued, or an item was not proposed
   */
  ReminderRun changed(List<ItemRef> kept) {
    status.require(RunStatus.Act.CHANGE, KIND.titled(number));
    Set<ItemRef> wanted = new HashSet<>(kept);
    List<Line> left = lines.stream().filter(line -> wanted.contains(line.ref())).toList();
    Set<ItemRef> known = new HashSet<>(left.stream().map(Line::ref).toList());
    Problems problems = new Problems();
    kept.forEach(
        ref ->
            problems.require(known.contains(ref), "lines.item", ref, "one of the items proposed"));
    problems.require(!left.isEmpty(), "lines", "none", "at least one line; else cancel the run");
    problems.refuse(KIND.titled(number) + " cannot be changed so");
    return with(RunStatus.PROPOSED, left);
  }

  /** The run after its reminders were made of these lines. */
  ReminderRun issued(List<Line> reminded) {
    status.require(RunStatus.Act.ISSUE, KIND.titled(number));
    return with(RunStatus.ISSUED, reminded);
  }

  ReminderRun cancelled() {
    status.require(RunStatus.Act.CANCEL, KIND.titled(number));
    return with(RunStatus.CANCELLED, lines);
  }

  private ReminderRun with(RunStatus now, List<Line> left) {
    return new ReminderRun(number, now, runDate, total(left, currency), currency, numbered(left));
  }

  static Money total(List<Line> lines, Currency currency) {
    return lines.stream().map(Line::openAmount).reduce(Money.zero(currency), Money::plus);
  }

  static List<Line> numbered(List<Line> lines) {
    List<Line> numbered = new ArrayList<>();
    for (Line line : lines) {
      numbered.add(
          new Line(
              numbered.size() + 1,
              line.party(),
              line.partyName(),
              line.itemKind(),
              line.item(),
              line.itemDate(),
              line.dueDate(),
              line.daysLate(),
              line.level(),
              line.openAmount(),
              line.documentCurrency(),
              line.documentOpenAmount()));
    }
    return numbered;
  }
}
