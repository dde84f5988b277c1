package org.millrace.ledger.period;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.millrace.ledger.ClosingCheck;
import org.millrace.ledger.ClosingLineWaived;
import org.millrace.ledger.ClosingWaiverWithdrawn;
import org.millrace.outbox.Events;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Problem;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/** Lets lines of a checklist stay open for a reason, and takes that back. */
final class WaiveLines {
  private final Checklist checklist;
  private final Events events;
  private final Clock clock;

  WaiveLines(Checklist checklist, Events events, Clock clock) {
    this.checklist = checklist;
    this.events = events;
    this.clock = clock;
  }

  /** One line of a month. */
  ClosingLine line(Company company, YearMonth month, ClosingCheck name) {
    return checklist.lines(company, month).stream()
        .filter(line -> line.name() == name)
        .findFirst()
        .orElseThrow();
  }

  void waive(PeriodStatus.Books books, ClosingLine line, String reason) {
    requireReason("reason", reason);
    Refused.conflictIf(line.refusal(ClosingLine.Act.WAIVE, books));
    keep(books.company(), line, reason.strip());
  }

  void withdraw(PeriodStatus.Books books, ClosingLine line) {
    Refused.conflictIf(line.refusal(ClosingLine.Act.WITHDRAW, books));
    YearMonth month = YearMonth.parse(line.month());
    long version = checklist.withdraw(books.company(), month, line.name());
    events.publish(
        List.of(
            new ClosingWaiverWithdrawn(head(books.company(), line, version), month, line.name())));
  }

  /**
   * Passes when nothing is open in the month, or a reason lets all of it stay open.
   *
   * @throws Refused as conflict naming each open line
   */
  void settle(Company company, YearMonth month, Optional<String> waiver) {
    waiver.ifPresent(reason -> requireReason("waiver", reason));
    List<ClosingLine> open =
        checklist.lines(company, month).stream()
            .filter(line -> line.status() == ClosingLine.Status.OPEN)
            .toList();
    if (waiver.isEmpty() && !open.isEmpty()) {
      throw Refused.conflict(
          "The month cannot be closed",
          open.stream()
              .map(
                  line ->
                      new Problem(
                          "checklist." + line.name().word(),
                          String.valueOf(line.openCount()),
                          "0 open documents, or a reason why they may stay open: do them, or"
                              + " waive the line or all of them"))
              .toList());
    }
    open.forEach(line -> keep(company.code(), line, waiver.orElseThrow().strip()));
  }

  private static void requireReason(String field, String reason) {
    new Problems()
        .require(!reason.isBlank(), field, reason, "why the line may stay open")
        .refuse("The line cannot be waived");
  }

  private void keep(CompanyCode company, ClosingLine line, String reason) {
    YearMonth month = YearMonth.parse(line.month());
    long version = checklist.waive(company, month, line.name(), reason);
    events.publish(
        List.of(new ClosingLineWaived(head(company, line, version), month, line.name(), reason)));
  }

  private EventHead head(CompanyCode company, ClosingLine line, long version) {
    String id = EventHead.aggregateId("ledger-closing-line", company, line.id());
    return EventHead.of(company, id, version, clock.instant());
  }
}
