package org.millrace.approval.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.approval.Decider;
import org.millrace.approval.Delegation;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;
import org.millrace.web.approval.Callers;

/** The holders of a role, and who decides in their place by a delegation. */
final class DecidersByRole implements Deciders {
  private final Callers callers;
  private final Documents<Delegation> delegations;

  DecidersByRole(Callers callers, Documents<Delegation> delegations) {
    this.callers = callers;
    this.delegations = delegations;
  }

  @Override
  public List<Decider> of(CompanyCode company, String role, LocalDate day) {
    List<String> holding = callers.holding(company, role);
    List<Decider> deciders = new ArrayList<>(holding.stream().map(Decider::of).toList());
    active(company).stream()
        .filter(delegation -> delegation.holdsOn(day) && holding.contains(delegation.fromUser()))
        .map(d -> new Decider(d.toUser(), Optional.of(d.fromUser())))
        .forEach(deciders::add);
    return deciders;
  }

  /** All of them, whoever asks. */
  private List<Delegation> active(CompanyCode company) {
    Caller.Turn turn = Caller.nobody().begin();
    try {
      return delegations.having(company, Map.of("status", "active")).stream()
          .map(Versioned::document)
          .toList();
    } finally {
      turn.end();
    }
  }
}
