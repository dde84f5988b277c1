package org.millrace.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.approval.RequestStatus.Act;
import org.millrace.document.DocumentKind;
import org.millrace.shared.Caller;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/**
 * A command that waits until the steps of a policy are decided. Amount = what its document comes
 * to, the largest where it makes several, in the currency of the company; the seal is the SHA-256
 * over who asks, address, version and body, which every decision was made on; waiting for = the
 * role of the step to be decided next. Each act returns the request as it is afterwards.
 */
public record ApprovalRequest(
    RequestNumber number,
    RequestStatus status,
    PolicyCode policy,
    DocumentType documentType,
    Money amount,
    Currency currency,
    String requestedBy,
    Instant requestedAt,
    LocalDate dueDate,
    Optional<String> waitingFor,
    Command command,
    String seal,
    Result result,
    List<Step> decisions) {
  /** Stored in approval.request with its decisions; numbered AP-000001. */
  public static final DocumentKind<ApprovalRequest> KIND =
      DocumentKind.of(ApprovalRequest.class, "approval", "request")
          .numbered("AP")
          .listed("approval-requests")
          .lines("decisions", "approval.request_step", "number")
          .searched("number", "policy", "requestedBy", "status", "documentType")
          .steps(Act.values(), ApprovalRequest::refusal)
          .build();

  public ApprovalRequest {
    decisions = List.copyOf(decisions);
  }

  /** The command as it came, and the version that it was decided on. */
  public record Command(String method, String path, Optional<String> expected, String body) {}

  /**
   * What the command answered: foreseen while it waits. The document is the number that it made
   * when it was carried out; the problem says why it was refused then.
   */
  public record Result(
      Optional<String> answer, Optional<String> document, Optional<String> problem) {
    /** What it would answer. */
    public static Result foreseen(String answer) {
      return new Result(Optional.of(answer), Optional.empty(), Optional.empty());
    }

    /** What it answered, and the number of the document that it made. */
    public static Result done(String answer, Optional<String> document) {
      return new Result(Optional.of(answer), document, Optional.empty());
    }
  }

  /** How a step was decided. */
  public enum Decision {
    WAITING,
    APPROVED,
    REJECTED
  }

  /** A step: whose role decides it, and who decided it in whose place. */
  public record Step(
      int step,
      String role,
      Decision decision,
      Optional<String> decidedBy,
      Optional<String> onBehalfOf,
      Optional<Instant> decidedAt,
      Optional<String> note) {
    private static Step waiting(int step, String role) {
      return new Step(
          step,
          role,
          Decision.WAITING,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    private Step decided(Decision how, Decider by, Optional<String> why, Instant at) {
      return new Step(
          step,
          role,
          how,
          Optional.of(by.user()),
          by.onBehalfOf(),
          Optional.of(at),
          why.map(String::strip).filter(text -> !text.isEmpty()));
    }
  }

  /** What is asked: the policy it falls under, the amount, by when, and by which roles in turn. */
  public record Sought(
      PolicyCode policy,
      DocumentType documentType,
      Money amount,
      LocalDate dueDate,
      List<String> roles) {
    public Sought {
      roles = List.copyOf(roles);
    }

    private List<Step> steps() {
      List<Step> steps = new ArrayList<>();
      roles.forEach(role -> steps.add(Step.waiting(steps.size() + 1, role)));
      return steps;
    }
  }

  /** What a command says, its seal, and what it would answer. */
  public record Content(Command command, String seal, String foreseen) {}

  /** A request just made. */
  public static ApprovalRequest made(
      RequestNumber number, Sought sought, Content content, String requestedBy, Instant at) {
    return new ApprovalRequest(
        number,
        RequestStatus.WAITING,
        sought.policy(),
        sought.documentType(),
        sought.amount(),
        sought.amount().currency(),
        requestedBy,
        at,
        sought.dueDate(),
        sought.roles().stream().findFirst(),
        content.command(),
        content.seal(),
        Result.foreseen(content.foreseen()),
        sought.steps());
  }

  /** Why the caller of this thread cannot do that now. */
  private Optional<String> refusal(Act act) {
    boolean isOwn = Caller.current().user().equals(requestedBy);
    return status
        .refusal(act, KIND.titled(number))
        .or(
            () ->
                switch (act) {
                  case APPROVE, REJECT -> isOwn ? Optional.of(ownRequest()) : Optional.empty();
                  case CHANGE, WITHDRAW -> isOwn ? Optional.empty() : Optional.of(othersRequest());
                });
  }

  private String ownRequest() {
    return "%s asked for request %s: somebody else decides it.".formatted(requestedBy, number);
  }

  private String othersRequest() {
    return "Only %s, who asked for request %s, can do that.".formatted(requestedBy, number);
  }

  /**
   * The request of another content, or of the same one asked again: all decisions fall.
   *
   * @throws Refused as forbidden for anybody but who asked, as conflict when it is over
   */
  public ApprovalRequest changed(Sought sought, Content content, String by, Instant at) {
    requireChangeable(by);
    return made(number, sought, content, requestedBy, at);
  }

  /**
   * The request given up.
   *
   * @throws Refused as forbidden for anybody but who asked, as conflict when it is over
   */
  public ApprovalRequest withdrawn(String by) {
    requireAct(Act.WITHDRAW);
    requireOwn(by);
    return in(RequestStatus.WITHDRAWN, result, decisions);
  }

  /**
   * The request after its step was approved; it waits for the next one, or is approved.
   *
   * @throws Refused as forbidden when the decider asked for it, as conflict when nothing waits
   */
  public ApprovalRequest approved(Decider by, Optional<String> note, Instant at) {
    requireAct(Act.APPROVE);
    List<Step> decided = decided(Decision.APPROVED, by, note, at);
    boolean isLast = decided.stream().allMatch(step -> step.decision() == Decision.APPROVED);
    return in(isLast ? RequestStatus.APPROVED : RequestStatus.WAITING, result, decided);
  }

  /**
   * The request rejected, with the reason.
   *
   * @throws Refused as forbidden when the decider asked for it, as invalid without a reason, as
   *     conflict when nothing waits
   */
  public ApprovalRequest rejected(Decider by, String note, Instant at) {
    requireAct(Act.REJECT);
    new Problems()
        .require(note != null && !note.isBlank(), "note", note, "why it is rejected")
        .refuse("Request " + number + " cannot be rejected");
    return in(
        RequestStatus.REJECTED, result, decided(Decision.REJECTED, by, Optional.of(note), at));
  }

  /** The approved request after its command was carried out. */
  public ApprovalRequest carriedOut(String answer, Optional<String> document) {
    return in(status, Result.done(answer, document), decisions);
  }

  /** The approved request whose command was refused, with that problem. */
  public ApprovalRequest failed(String problem) {
    return in(
        RequestStatus.FAILED,
        new Result(result.answer(), Optional.empty(), Optional.of(problem)),
        decisions);
  }

  /** Whether it should have been decided by now. */
  public boolean isOverdue(LocalDate today) {
    return status == RequestStatus.WAITING && today.isAfter(dueDate);
  }

  private List<Step> decided(Decision how, Decider by, Optional<String> note, Instant at) {
    if (by.actsFor(requestedBy)) {
      throw Refused.forbidden(ownRequest());
    }
    List<Step> after = new ArrayList<>(decisions);
    int waiting = decisions.indexOf(waiting().orElseThrow());
    after.set(waiting, after.get(waiting).decided(how, by, note, at));
    return after;
  }

  private Optional<Step> waiting() {
    return decisions.stream().filter(step -> step.decision() == Decision.WAITING).findFirst();
  }

  /**
   * Passes when somebody may change it.
   *
   * @throws Refused as {@link #changed} does
   */
  public void requireChangeable(String by) {
    requireAct(Act.CHANGE);
    requireOwn(by);
  }

  /**
   * Passes while a step waits.
   *
   * @throws Refused as conflict otherwise
   */
  public void requireUndecided() {
    requireAct(Act.APPROVE);
  }

  private void requireAct(Act act) {
    status.require(act, KIND.titled(number));
  }

  private void requireOwn(String by) {
    if (!by.equals(requestedBy)) {
      throw Refused.forbidden(othersRequest());
    }
  }

  private ApprovalRequest in(RequestStatus next, Result now, List<Step> after) {
    Optional<String> role =
        next == RequestStatus.WAITING
            ? after.stream()
                .filter(step -> step.decision() == Decision.WAITING)
                .map(Step::role)
                .findFirst()
            : Optional.empty();
    return new ApprovalRequest(
        number,
        next,
        policy,
        documentType,
        amount,
        currency,
        requestedBy,
        requestedAt,
        dueDate,
        role,
        command,
        seal,
        now,
        after);
  }
}
