package org.millrace.settlement.reminder;

import java.time.Instant;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("settlement.read")
@RequestMapping("/api/companies/{company}/settlement/reminders")
class RemindersHttp extends DocumentEndpoints<Reminder, DocumentNumber> {
  private final RemindItems remind;
  private final BusinessTime time;

  RemindersHttp(
      Documents<Reminder> reminders,
      DocumentHistory history,
      RemindItems remind,
      BusinessTime time) {
    super(reminders, history);
    this.remind = remind;
    this.time = time;
  }

  /** Why it is taken back. */
  record Reversing(String reason, Optional<Instant> occurredAt) {}

  @PostMapping("/{number}/reverse")
  @RequiresPermission("settlement.remind")
  ResponseEntity<DocumentAnswer<Reminder>> reverse(
      Versioned<Reminder> before, @RequestBody Reversing asked) {
    return ok(remind.reverse(before, asked.reason(), time.occurredAt(asked.occurredAt())));
  }
}
