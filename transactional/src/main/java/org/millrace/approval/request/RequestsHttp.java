package org.millrace.approval.request;

import java.util.Optional;
import org.millrace.approval.ApprovalRequest;
import org.millrace.approval.RequestNumber;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.outbox.Acting;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.millrace.web.approval.Foreseen;
import org.millrace.web.approval.HeldCommands;
import org.millrace.web.approval.StoredCommand;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

@RestController("approvalRequestsHttp")
@RequiresPermission("approval.read")
@RequestMapping("/api/companies/{company}/approval/requests")
class RequestsHttp extends DocumentEndpoints<ApprovalRequest, RequestNumber>
    implements HeldCommands {
  private final DecideRequests requests;
  private final BusinessTime time;
  private final JsonMapper json;

  RequestsHttp(
      Documents<ApprovalRequest> stored,
      DocumentHistory history,
      DecideRequests requests,
      BusinessTime time,
      JsonMapper json) {
    super(stored, history);
    this.requests = requests;
    this.time = time;
    this.json = json;
  }

  /** What is said about the decision. */
  record Approving(Optional<String> note) {}

  /** Why it is rejected. */
  record Rejecting(String note) {}

  /** The command's JSON as it is to be; the same one asks again. */
  record Changing(String body) {}

  record Withdrawing() {}

  /** Approves the step that waits; after the last one the command is carried out. */
  @PostMapping("/{number}/approve")
  @RequiresPermission("approval.decide")
  ResponseEntity<DocumentAnswer<ApprovalRequest>> approve(
      Versioned<ApprovalRequest> request, @RequestBody Approving asked) {
    return ok(requests.approve(request, deciding(asked.note()), this::number));
  }

  @PostMapping("/{number}/reject")
  @RequiresPermission("approval.decide")
  ResponseEntity<DocumentAnswer<ApprovalRequest>> reject(
      Versioned<ApprovalRequest> request, @RequestBody Rejecting asked) {
    return ok(requests.reject(request, deciding(Optional.ofNullable(asked.note()))));
  }

  @PutMapping("/{number}")
  @RequiresPermission("approval.request")
  ResponseEntity<DocumentAnswer<ApprovalRequest>> change(
      Versioned<ApprovalRequest> request, @RequestBody Changing asked) {
    return ok(
        requests.change(request, asked.body(), Acting.actor(), time.occurredAt(Optional.empty())));
  }

  @PostMapping("/{number}/withdraw")
  @RequiresPermission("approval.request")
  ResponseEntity<DocumentAnswer<ApprovalRequest>> withdraw(
      Versioned<ApprovalRequest> request, @RequestBody Withdrawing unused) {
    return ok(requests.withdraw(request, Acting.actor(), time.occurredAt(Optional.empty())));
  }

  @Override
  public Held hold(StoredCommand command, Foreseen foreseen) {
    Versioned<ApprovalRequest> made =
        requests.hold(command, foreseen, time.occurredAt(Optional.empty()));
    return new Held(answer(made), made.version());
  }

  private DecideRequests.Deciding deciding(Optional<String> note) {
    return new DecideRequests.Deciding(Acting.actor(), note, time.occurredAt(Optional.empty()));
  }

  private Optional<String> number(String answer) {
    try {
      return json.readTree(answer).path("number").asStringOpt();
    } catch (JacksonException none) {
      return Optional.empty();
    }
  }
}
