package org.millrace.approval.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.approval.ApprovalRequest;
import org.millrace.approval.Decider;
import org.millrace.approval.RequestChanged;
import org.millrace.approval.RequestDecided;
import org.millrace.approval.RequestMade;
import org.millrace.approval.RequestNumber;
import org.millrace.approval.RequestStatus;
import org.millrace.approval.RequestWithdrawn;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.web.approval.Foreseen;
import org.millrace.web.approval.StoredCommand;
import org.millrace.web.approval.StoredCommands;

/**
 * Keeps commands that need approval, takes the decisions, and carries a command out with the last
 * one: in the same transaction, in the name of who sent it.
 */
final class DecideRequests {
  private final Documents<ApprovalRequest> requests;
  private final Companies companies;
  private final AskApproval ask;
  private final Deciders deciders;
  private final StoredCommands commands;
  private final Telling telling;

  DecideRequests(
      Documents<ApprovalRequest> requests,
      Companies companies,
      AskApproval ask,
      Deciders deciders,
      StoredCommands commands,
      Telling telling) {
    this.requests = requests;
    this.companies = companies;
    this.ask = ask;
    this.deciders = deciders;
    this.commands = commands;
    this.telling = telling;
  }

  /** Who decides, when, and what is said about it. */
  record Deciding(String user, Optional<String> note, Instant at) {}

  /** Finds the number of the document that an answer tells. */
  interface Answers {
    Optional<String> number(String answer);
  }

  Versioned<ApprovalRequest> hold(StoredCommand command, Foreseen foreseen, Instant at) {
    CompanyCode company = command.company();
    LocalDate day = companies.dayOf(company, at);
    ApprovalRequest request =
        ApprovalRequest.made(
            new RequestNumber(requests.nextNumber(company, day)),
            ask.sought(company, foreseen, day),
            AskApproval.content(command, foreseen),
            command.actor(),
            at);
    tell(company, request, day, at);
    return requests.make(company, request, at, RequestMade::new);
  }

  Versioned<ApprovalRequest> change(
      Versioned<ApprovalRequest> before, String body, String by, Instant at) {
    CompanyCode company = before.company();
    LocalDate day = companies.dayOf(company, at);
    StoredCommand command = AskApproval.command(before).with(body);
    before.document().requireChangeable(by);
    Foreseen foreseen = commands.foresee(command);
    ApprovalRequest after =
        before
            .document()
            .changed(
                ask.sought(company, foreseen, day), AskApproval.content(command, foreseen), by, at);
    tell(company, after, day, at);
    return requests.change(before, after, at, RequestChanged::new);
  }

  Versioned<ApprovalRequest> withdraw(Versioned<ApprovalRequest> before, String by, Instant at) {
    return requests.change(before, before.document().withdrawn(by), at, RequestWithdrawn::new);
  }

  Versioned<ApprovalRequest> reject(Versioned<ApprovalRequest> before, Deciding deciding) {
    ApprovalRequest after =
        before
            .document()
            .rejected(decider(before, deciding), deciding.note().orElse(""), deciding.at());
    return requests.change(before, after, deciding.at(), RequestDecided::new);
  }

  /** The last approval carries the command out; what is refused then leaves the request failed. */
  Versioned<ApprovalRequest> approve(
      Versioned<ApprovalRequest> before, Deciding deciding, Answers answers) {
    ApprovalRequest approved =
        before.document().approved(decider(before, deciding), deciding.note(), deciding.at());
    ApprovalRequest after =
        approved.status() == RequestStatus.APPROVED
            ? carriedOut(before, approved, answers)
            : approved;
    LocalDate day = companies.dayOf(before.company(), deciding.at());
    tell(before.company(), after, day, deciding.at());
    return requests.change(before, after, deciding.at(), RequestDecided::new);
  }

  private ApprovalRequest carriedOut(
      Versioned<ApprovalRequest> before, ApprovalRequest approved, Answers answers) {
    StoredCommand command = AskApproval.command(before);
    if (!command.seal().equals(approved.seal())) {
      return approved.failed("What is kept is not what was asked: its seal is broken.");
    }
    StoredCommands.Outcome outcome =
        commands.carryOut(
            command,
            "approval/%s/%s/%d"
                .formatted(before.company(), approved.number(), before.version().number()),
            needs -> ask.requireApproved(before, needs));
    return outcome
        .done()
        .map(done -> approved.carriedOut(done.answer(), answers.number(done.answer())))
        .orElseGet(() -> approved.failed(outcome.refused().orElseThrow().detail()));
  }

  /** Who waits is told, and who asked. */
  private void tell(CompanyCode company, ApprovalRequest request, LocalDate day, Instant at) {
    request
        .waitingFor()
        .ifPresent(
            role ->
                deciders.of(company, role, day).stream()
                    .map(Decider::user)
                    .distinct()
                    .forEach(user -> telling.tell(company, request.number(), user, at)));
    telling.tell(company, request.number(), request.requestedBy(), at);
  }

  /** As whom the user decides: by an own role where there is one, else for another. */
  private Decider decider(Versioned<ApprovalRequest> before, Deciding deciding) {
    ApprovalRequest request = before.document();
    request.requireUndecided();
    LocalDate day = companies.dayOf(before.company(), deciding.at());
    String role = request.waitingFor().orElseThrow();
    List<Decider> all = deciders.of(before.company(), role, day);
    List<Decider> own = all.stream().filter(d -> d.user().equals(deciding.user())).toList();
    return own.stream()
        .filter(decider -> !decider.actsFor(request.requestedBy()))
        .findFirst()
        .or(() -> own.stream().findFirst())
        .orElseThrow(() -> notOfTheRole(request, role, all));
  }

  private static Refused notOfTheRole(ApprovalRequest request, String role, List<Decider> all) {
    String users =
        String.join(
            ", ",
            all.stream()
                .filter(decider -> !decider.actsFor(request.requestedBy()))
                .map(Decider::user)
                .distinct()
                .toList());
    return Refused.forbidden(
        users.isEmpty()
            ? "Request %s waits for the role %s, which nobody else holds. Give somebody that role."
                .formatted(request.number(), role)
            : "Request %s waits for the role %s. It is decided by one of these: %s."
                .formatted(request.number(), role, users));
  }
}
