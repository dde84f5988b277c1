package org.millrace.approval.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.millrace.approval.ApprovalPolicy;
import org.millrace.approval.DocumentType;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Recorded;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.Money;
import org.millrace.web.approval.ApprovalGate;
import org.millrace.web.approval.ApprovalNeed;

/**
 * Holds documents of a kind: asked once for each company whose documents are told of together. Of
 * the policies that a document falls under by its amount the one from the highest amount counts,
 * and of those by its discount alone the one from the highest discount.
 */
final class HoldDocuments<E extends DomainEvent> implements EventHandler<E> {
  private final Class<E> type;
  private final DocumentType documentType;
  private final Function<E, Optional<Measured>> measure;
  private final Documents<ApprovalPolicy> policies;

  /** Events of that type tell of documents of a kind; what is not measured passes. */
  HoldDocuments(
      Class<E> type,
      DocumentType documentType,
      Function<E, Optional<Measured>> measure,
      Documents<ApprovalPolicy> policies) {
    this.type = type;
    this.documentType = documentType;
    this.measure = measure;
    this.policies = policies;
  }

  @Override
  public Class<E> type() {
    return type;
  }

  @Override
  public void handle(List<Recorded<E>> events) {
    Map<CompanyCode, List<ApprovalPolicy>> known = new HashMap<>();
    List<ApprovalNeed> needs = new ArrayList<>();
    for (Recorded<E> recorded : events) {
      Optional<Measured> measured = measure.apply(recorded.event());
      if (measured.isPresent()) {
        CompanyCode company = recorded.event().head().company();
        List<ApprovalPolicy> all = known.computeIfAbsent(company, this::active);
        needed(all, measured.get())
            .forEach(policy -> needs.add(need(company, policy, measured.get())));
      }
    }
    ApprovalGate.pass(needs);
  }

  private List<ApprovalPolicy> active(CompanyCode company) {
    return policies.having(company, Map.of("documentType", documentType.word())).stream()
        .map(Versioned::document)
        .filter(ApprovalPolicy::active)
        .toList();
  }

  /** The policies that count for a document. */
  static List<ApprovalPolicy> needed(List<ApprovalPolicy> all, Measured measured) {
    List<ApprovalPolicy> held =
        all.stream()
            .filter(policy -> policy.holds(measured.amount(), measured.discountPercent()))
            .toList();
    Optional<ApprovalPolicy> byAmount =
        held.stream()
            .filter(
                p -> p.fromAmount().filter(a -> a.compareTo(measured.amount()) <= 0).isPresent())
            .max(Comparator.comparing(p -> p.fromAmount().orElseThrow()));
    Optional<ApprovalPolicy> byDiscount =
        held.stream()
            .filter(
                p ->
                    p.fromDiscountPercent()
                        .filter(d -> d.compareTo(measured.discountPercent()) <= 0)
                        .isPresent())
            .max(Comparator.comparing(p -> p.fromDiscountPercent().orElseThrow()));
    List<ApprovalPolicy> both = new ArrayList<>(byAmount.stream().toList());
    byDiscount.filter(policy -> !both.contains(policy)).ifPresent(both::add);
    return both;
  }

  private ApprovalNeed need(CompanyCode company, ApprovalPolicy policy, Measured measured) {
    Money amount = measured.amount();
    return new ApprovalNeed(
        company,
        policy.code().value(),
        documentType.word(),
        amount,
        "A %s of %s needs approval by policy %s."
            .formatted(documentType.words(), amount, policy.code()));
  }
}
