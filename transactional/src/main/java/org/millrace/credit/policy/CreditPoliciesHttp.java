package org.millrace.credit.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.credit.CreditPolicy;
import org.millrace.credit.policy.CreditPoliciesJdbc.Kept;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Version;
import org.millrace.web.BusinessTime;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies/{company}/credit/policy")
class CreditPoliciesHttp {
  private final CreditPoliciesJdbc policies;
  private final Companies companies;
  private final Events events;
  private final BusinessTime time;

  CreditPoliciesHttp(
      CreditPoliciesJdbc policies, Companies companies, Events events, BusinessTime time) {
    this.policies = policies;
    this.companies = companies;
    this.events = events;
    this.time = time;
  }

  /** What happens to an order above the credit limit. */
  record Answer(CreditPolicy policy) {}

  /** What is to happen to it from now on. */
  record Setting(CreditPolicy policy, Optional<Instant> occurredAt) {}

  /** Its version is 0 until somebody sets it. */
  @GetMapping
  @RequiresPermission("credit.read")
  ResponseEntity<Answer> get(@PathVariable CompanyCode company) {
    companies.named(company);
    Kept kept = policies.kept(company);
    return Replies.ok(new Answer(kept.policy()), kept.version());
  }

  @PutMapping
  @RequiresPermission("credit.policy")
  ResponseEntity<Answer> set(
      @PathVariable CompanyCode company,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Setting asked) {
    companies.named(company);
    Kept before = policies.kept(company);
    expected.check("The credit policy of " + company, before.version().number());
    Version version = new Version(before.version().number() + 1);
    policies.put(company, new Kept(asked.policy(), version));
    EventHead head =
        EventHead.of(
            company,
            "credit-policy:" + company.value(),
            version.number(),
            time.occurredAt(asked.occurredAt()));
    events.publish(List.of(new CreditPolicySet(head, asked.policy())));
    return Replies.ok(new Answer(asked.policy()), version);
  }
}
