package org.millrace.approval.policy;

import java.time.Instant;
import java.util.Set;
import org.millrace.approval.ApprovalPolicy;
import org.millrace.approval.PolicyAdded;
import org.millrace.approval.PolicyChanged;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.web.approval.Callers;

/** Adds policies and changes them; requests that wait keep the levels that they have. */
final class SetPolicies {
  static final String DECIDES = "approval.decide";

  private final Documents<ApprovalPolicy> policies;
  private final Callers callers;

  SetPolicies(Documents<ApprovalPolicy> policies, Callers callers) {
    this.policies = policies;
    this.callers = callers;
  }

  Versioned<ApprovalPolicy> add(CompanyCode company, ApprovalPolicy policy, Instant occurredAt) {
    requireDeciders(policy);
    return policies.make(company, policy, occurredAt, PolicyAdded::new);
  }

  Versioned<ApprovalPolicy> change(
      Versioned<ApprovalPolicy> before, ApprovalPolicy after, Instant occurredAt) {
    requireDeciders(after);
    return policies.change(before, after, occurredAt, PolicyChanged::new);
  }

  private void requireDeciders(ApprovalPolicy policy) {
    Set<String> deciding = callers.rolesGiving(DECIDES);
    Problems problems = new Problems();
    policy
        .levels()
        .forEach(
            level ->
                problems.require(
                    deciding.contains(level.role()),
                    "levels.role",
                    level.role(),
                    "one of the roles that may decide: " + String.join(", ", deciding)));
    problems.refuse("Policy " + policy.code() + " cannot be used");
  }
}
