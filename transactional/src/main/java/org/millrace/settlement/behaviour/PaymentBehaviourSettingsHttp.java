package org.millrace.settlement.behaviour;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.settlement.behaviour.PaymentBehaviourSettingsJdbc.Kept;
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
@RequestMapping("/api/companies/{company}/settlement/payment-behaviour-settings")
class PaymentBehaviourSettingsHttp {
  private final PaymentBehaviourSettingsJdbc settings;
  private final Companies companies;
  private final Events events;
  private final BusinessTime time;

  PaymentBehaviourSettingsHttp(
      PaymentBehaviourSettingsJdbc settings,
      Companies companies,
      Events events,
      BusinessTime time) {
    this.settings = settings;
    this.companies = companies;
    this.events = events;
    this.time = time;
  }

  /** All of the settings. */
  record Setting(int months, Optional<Instant> occurredAt) {}

  /** Their version is 0 until somebody sets them. */
  @GetMapping
  @RequiresPermission("settlement.read")
  ResponseEntity<PaymentBehaviourSettings> get(@PathVariable CompanyCode company) {
    companies.named(company);
    Kept kept = settings.of(company);
    return Replies.ok(kept.settings(), kept.version());
  }

  @PutMapping
  @RequiresPermission("settlement.write")
  ResponseEntity<PaymentBehaviourSettings> set(
      @PathVariable CompanyCode company,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Setting asked) {
    companies.named(company);
    Kept before = settings.of(company);
    expected.check("The payment behaviour settings of " + company, before.version().number());
    Version version = new Version(before.version().number() + 1);
    PaymentBehaviourSettings next = new PaymentBehaviourSettings(asked.months());
    settings.put(company, new Kept(next, version));
    EventHead head =
        EventHead.of(
            company,
            "payment-behaviour-settings:" + company.value(),
            version.number(),
            time.occurredAt(asked.occurredAt()));
    events.publish(List.of(new PaymentBehaviourSettingsSet(head, next)));
    return Replies.ok(next, version);
  }
}
