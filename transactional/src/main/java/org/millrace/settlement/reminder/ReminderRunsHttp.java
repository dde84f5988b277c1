package org.millrace.settlement.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.settlement.ItemKind;
import org.millrace.settlement.ItemRef;
import org.millrace.shared.CompanyCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("settlement.read")
@RequestMapping("/api/companies/{company}/settlement/reminder-runs")
class ReminderRunsHttp extends DocumentEndpoints<ReminderRun, DocumentNumber> {
  private final RemindItems remind;
  private final BusinessTime time;

  ReminderRunsHttp(
      Documents<ReminderRun> runs, DocumentHistory history, RemindItems remind, BusinessTime time) {
    super(runs, history);
    this.remind = remind;
    this.time = time;
  }

  /** The day of the run, today when none is named. */
  record Proposing(Optional<LocalDate> date, Optional<Instant> occurredAt) {}

  /** The lines that stay. */
  record Review(List<Kept> lines, Optional<Instant> occurredAt) {}

  /** An item that is reminded of. */
  record Kept(ItemKind itemKind, String item) {}

  /** When. */
  record When(Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("settlement.remind")
  ResponseEntity<DocumentAnswer<ReminderRun>> propose(
      @PathVariable CompanyCode company, @RequestBody Proposing asked) {
    Instant moment = time.occurredAt(asked.date(), asked.occurredAt());
    return created(remind.propose(company, asked.date(), moment));
  }

  @PutMapping("/{number}")
  @RequiresPermission("settlement.remind")
  ResponseEntity<DocumentAnswer<ReminderRun>> change(
      Versioned<ReminderRun> before, @RequestBody Review asked) {
    List<ItemRef> kept =
        asked.lines().stream().map(line -> new ItemRef(line.itemKind(), line.item())).toList();
    return ok(remind.change(before, kept, time.occurredAt(asked.occurredAt())));
  }

  /** Makes the reminders, one to each customer. */
  @PostMapping("/{number}/issue")
  @RequiresPermission("settlement.remind")
  ResponseEntity<DocumentAnswer<ReminderRun>> issue(
      Versioned<ReminderRun> before, @RequestBody When asked) {
    return ok(remind.issue(before, time.occurredAt(asked.occurredAt())));
  }

  @PostMapping("/{number}/cancel")
  @RequiresPermission("settlement.remind")
  ResponseEntity<DocumentAnswer<ReminderRun>> cancel(
      Versioned<ReminderRun> before, @RequestBody When asked) {
    return ok(remind.cancel(before, time.occurredAt(asked.occurredAt())));
  }
}
