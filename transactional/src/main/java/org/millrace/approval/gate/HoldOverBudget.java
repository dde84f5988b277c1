package org.millrace.approval.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.millrace.approval.ApprovalPolicy;
import org.millrace.approval.DocumentType;
import org.millrace.budget.Budget;
import org.millrace.budget.Budgets;
import org.millrace.budget.Excess;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Recorded;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.Money;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;
import org.millrace.web.Confirmation;
import org.millrace.web.approval.ApprovalGate;
import org.millrace.web.approval.ApprovalNeed;

/**
 * Holds documents that go beyond a budget, as that budget says: whoever records one confirms it, or
 * it waits for its approval.
 */
final class HoldOverBudget<E extends DomainEvent> implements EventHandler<E> {
  private final Class<E> type;
  private final DocumentType documentType;
  private final Function<E, Optional<Spent>> spent;
  private final Budgets budgets;
  private final Documents<ApprovalPolicy> policies;

  /** What a document spends and comes to. */
  record Spent(Budgets.Spending spending, Money amount) {}

  HoldOverBudget(
      Class<E> type,
      DocumentType documentType,
      Function<E, Optional<Spent>> spent,
      Budgets budgets,
      Documents<ApprovalPolicy> policies) {
    this.type = type;
    this.documentType = documentType;
    this.spent = spent;
    this.budgets = budgets;
    this.policies = policies;
  }

  @Override
  public Class<E> type() {
    return type;
  }

  @Override
  public void handle(List<Recorded<E>> events) {
    List<ApprovalNeed> needs = new ArrayList<>();
    for (Recorded<E> recorded : events) {
      CompanyCode company = recorded.event().head().company();
      spent
          .apply(recorded.event())
          .ifPresent(
              document -> {
                List<Excess> found = budgets.exceeded(company, document.spending());
                warn(having(found, Budget.Control.WARN));
                needs.addAll(
                    needed(company, document.amount(), having(found, Budget.Control.HOLD)));
              });
    }
    ApprovalGate.pass(needs);
  }

  private static List<Excess> having(List<Excess> found, Budget.Control control) {
    return found.stream().filter(excess -> excess.control() == control).toList();
  }

  private static void warn(List<Excess> found) {
    if (!found.isEmpty() && Confirmation.isMissing()) {
      throw Refused.unconfirmed(
          words(found) + " Send confirmed: true when it is meant.",
          found.stream()
              .map(
                  excess ->
                      new Problem(
                          "lines",
                          excess.amounts().asked().toString(),
                          "at most %s left of budget %s, or confirmed: true"
                              .formatted(left(excess), excess.budget())))
              .toList());
    }
  }

  private static Money left(Excess excess) {
    return excess
        .amounts()
        .budgeted()
        .minus(excess.amounts().actual())
        .minus(excess.amounts().committed());
  }

  private List<ApprovalNeed> needed(CompanyCode company, Money amount, List<Excess> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    List<ApprovalPolicy> held =
        policies.having(company, Map.of("documentType", documentType.word())).stream()
            .map(Versioned::document)
            .filter(policy -> policy.active() && policy.overBudget())
            .toList();
    if (held.isEmpty()) {
      throw Refused.conflict(
          words(found)
              + " No approval policy lets it pass: change it or the budget, or add a policy for"
              + " what is over budget.");
    }
    return held.stream()
        .map(
            policy ->
                new ApprovalNeed(
                    company,
                    policy.code().value(),
                    documentType.word(),
                    amount,
                    words(found) + " It needs approval by policy %s.".formatted(policy.code())))
        .toList();
  }

  private static String words(List<Excess> found) {
    return found.stream().map(Excess::text).collect(Collectors.joining(" "));
  }
}
