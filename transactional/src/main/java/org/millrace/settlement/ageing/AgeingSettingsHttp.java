package org.millrace.settlement.ageing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.settlement.ageing.AgeingSettingsJdbc.Kept;
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
@RequestMapping("/api/companies/{company}/settlement/ageing-settings")
class AgeingSettingsHttp {
  private final AgeingSettingsJdbc settings;
  private final Companies companies;
  private final Events events;
  private final BusinessTime time;

  AgeingSettingsHttp(
      AgeingSettingsJdbc settings, Companies companies, Events events, BusinessTime time) {
    this.settings = settings;
    this.companies = companies;
    this.events = events;
    this.time = time;
  }

  /** The last day of each bucket but the last one. */
  record Setting(List<Integer> days, Optional<Instant> occurredAt) {}

  /** Its version is 0 until somebody sets it. */
  @GetMapping
  @RequiresPermission("settlement.read")
  ResponseEntity<AgeingSettings> get(@PathVariable CompanyCode company) {
    companies.named(company);
    Kept kept = settings.of(company);
    return Replies.ok(kept.settings(), kept.version());
  }

  @PutMapping
  @RequiresPermission("settlement.write")
  ResponseEntity<AgeingSettings> set(
      @PathVariable CompanyCode company,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Setting asked) {
    companies.named(company);
    Kept before = settings.of(company);
    expected.check("The ageing settings of " + company, before.version().number());
    Version version = new Version(before.version().number() + 1);
    AgeingSettings next = new AgeingSettings(asked.days());
    settings.put(company, new Kept(next, version));
    EventHead head =
        EventHead.of(
            company,
            "ageing-settings:" + company.value(),
            version.number(),
            time.occurredAt(asked.occurredAt()));
    events.publish(List.of(new AgeingSettingsSet(head, next)));
    return Replies.ok(next, version);
  }
}
