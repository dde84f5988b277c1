package org.millrace.approval.request;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.approval.ApprovalPolicy;
import org.millrace.approval.ApprovalRequest;
import org.millrace.approval.ApprovalRequest.Content;
import org.millrace.approval.ApprovalRequest.Sought;
import org.millrace.approval.DocumentType;
import org.millrace.approval.PolicyCode;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Refused;
import org.millrace.web.approval.ApprovalNeed;
import org.millrace.web.approval.Foreseen;
import org.millrace.web.approval.StoredCommand;

/** What is to be asked for a command: by all policies that it falls under, in one request. */
final class AskApproval {
  private final Documents<ApprovalPolicy> policies;

  AskApproval(Documents<ApprovalPolicy> policies) {
    this.policies = policies;
  }

  /**
   * The policy of the largest document leads; each role that any policy names decides once, those
   * of the other policies first.
   *
   * @throws Refused as conflict when nothing of the command needs approval
   */
  Sought sought(CompanyCode company, Foreseen foreseen, LocalDate day) {
    ApprovalNeed largest =
        foreseen.needs().stream()
            .max(Comparator.comparing(ApprovalNeed::amount))
            .orElseThrow(
                () -> Refused.conflict("Nothing of it needs approval any more. Send it again."));
    List<ApprovalPolicy> all = policies(company, foreseen.needs(), largest);
    ApprovalPolicy leading = all.get(all.size() - 1);
    List<String> roles =
        all.stream()
            .flatMap(policy -> policy.levels().stream())
            .map(ApprovalPolicy.Level::role)
            .distinct()
            .toList();
    int days = all.stream().mapToInt(ApprovalPolicy::deadlineDays).min().orElse(0);
    return new Sought(
        leading.code(),
        DocumentType.valueOf(largest.documentType().toUpperCase(Locale.ROOT).replace('-', '_')),
        largest.amount(),
        day.plusDays(days),
        roles);
  }

  /** Of whoever asks: not all who ask may see policies. */
  private List<ApprovalPolicy> policies(
      CompanyCode company, List<ApprovalNeed> needs, ApprovalNeed leading) {
    Set<PolicyCode> codes =
        needs.stream().map(need -> new PolicyCode(need.policy())).collect(Collectors.toSet());
    Caller.Turn turn = Caller.nobody().begin();
    try {
      return policies.find(company, codes).stream()
          .map(Versioned::document)
          .sorted(Comparator.comparing(policy -> policy.code().value().equals(leading.policy())))
          .toList();
    } finally {
      turn.end();
    }
  }

  /** A command as a request keeps it. */
  static Content content(StoredCommand command, Foreseen foreseen) {
    return new Content(
        new ApprovalRequest.Command(
            command.method(), command.path(), command.expected(), command.body()),
        command.seal(),
        foreseen.answer());
  }

  /** The command that a request keeps. */
  static StoredCommand command(Versioned<ApprovalRequest> request) {
    ApprovalRequest kept = request.document();
    ApprovalRequest.Command command = kept.command();
    return new StoredCommand(
        kept.requestedBy(),
        request.company(),
        command.method(),
        command.path(),
        command.expected(),
        command.body());
  }

  /**
   * Passes when what needs approval now was approved: by these roles, and as much.
   *
   * @throws Refused as conflict when it was not
   */
  void requireApproved(Versioned<ApprovalRequest> request, List<ApprovalNeed> needs) {
    if (needs.isEmpty()) {
      return;
    }
    Sought now = sought(request.company(), new Foreseen(0, "", needs), LocalDate.MIN);
    ApprovalRequest approved = request.document();
    Set<String> roles =
        approved.decisions().stream().map(ApprovalRequest.Step::role).collect(Collectors.toSet());
    Money amount = now.amount();
    if (amount.compareTo(approved.amount()) > 0 || !roles.containsAll(now.roles())) {
      throw Refused.conflict(
          ("It comes to %s now and needs %s, while %s was approved. Change the request, so that"
                  + " it is asked again.")
              .formatted(amount, String.join(", ", now.roles()), approved.amount()));
    }
  }
}
