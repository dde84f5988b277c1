package org.millrace.approval.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.approval.ApprovalPolicy;
import org.millrace.approval.DocumentType;
import org.millrace.approval.PolicyCode;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
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
@RequiresPermission("approval.read")
@RequestMapping("/api/companies/{company}/approval/policies")
class PoliciesHttp extends DocumentEndpoints<ApprovalPolicy, PolicyCode> {
  private static final int USUAL_DEADLINE = 3;

  private final SetPolicies policies;
  private final Companies companies;
  private final BusinessTime time;

  PoliciesHttp(
      Documents<ApprovalPolicy> stored,
      DocumentHistory history,
      SetPolicies policies,
      Companies companies,
      BusinessTime time) {
    super(stored, history);
    this.policies = policies;
    this.companies = companies;
    this.time = time;
  }

  /** Active and with three days to decide when nothing else is said. */
  record NewPolicy(
      PolicyCode code,
      String name,
      DocumentType documentType,
      @Amount Optional<BigDecimal> fromAmount,
      Optional<BigDecimal> fromDiscountPercent,
      Optional<Boolean> overBudget,
      Optional<Integer> deadlineDays,
      List<ApprovalPolicy.Level> levels,
      Optional<Instant> occurredAt) {
    ApprovalPolicy policy(Currency currency) {
      return new ApprovalPolicy(
          code,
          name,
          documentType,
          fromAmount.map(amount -> Money.of(amount, currency)),
          fromDiscountPercent,
          overBudget.orElse(false),
          deadlineDays.orElse(USUAL_DEADLINE),
          true,
          currency,
          levels);
    }
  }

  record Change(
      String name,
      @Amount Optional<BigDecimal> fromAmount,
      Optional<BigDecimal> fromDiscountPercent,
      Optional<Boolean> overBudget,
      int deadlineDays,
      boolean active,
      List<ApprovalPolicy.Level> levels,
      Optional<Instant> occurredAt) {
    ApprovalPolicy of(ApprovalPolicy before) {
      return new ApprovalPolicy(
          before.code(),
          name,
          before.documentType(),
          fromAmount.map(amount -> Money.of(amount, before.currency())),
          fromDiscountPercent,
          overBudget.orElse(false),
          deadlineDays,
          active,
          before.currency(),
          levels);
    }
  }

  @PostMapping
  @RequiresPermission("approval.policy")
  ResponseEntity<DocumentAnswer<ApprovalPolicy>> add(
      @PathVariable CompanyCode company, @RequestBody NewPolicy asked) {
    ApprovalPolicy policy = asked.policy(companies.named(company).currency());
    return created(policies.add(company, policy, time.occurredAt(asked.occurredAt())));
  }

  @PutMapping("/{number}")
  @RequiresPermission("approval.policy")
  ResponseEntity<DocumentAnswer<ApprovalPolicy>> change(
      Versioned<ApprovalPolicy> policy, @RequestBody Change asked) {
    return ok(
        policies.change(policy, asked.of(policy.document()), time.occurredAt(asked.occurredAt())));
  }
}
