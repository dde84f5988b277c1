package org.millrace.crm.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.crm.Campaign;
import org.millrace.crm.CampaignCode;
import org.millrace.crm.CampaignStatus;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Version;
import org.millrace.web.BusinessTime;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies/{company}/crm/campaigns")
class CampaignsHttp {
  private final RunCampaign run;
  private final Campaigns campaigns;
  private final Companies companies;
  private final BusinessTime time;

  CampaignsHttp(RunCampaign run, Campaigns campaigns, Companies companies, BusinessTime time) {
    this.run = run;
    this.campaigns = campaigns;
    this.companies = companies;
    this.time = time;
  }

  record Planning(
      CampaignCode code,
      String name,
      LocalDate startsOn,
      LocalDate endsOn,
      List<ItemCode> items,
      Optional<BigDecimal> budget,
      Optional<Instant> occurredAt) {
    private Campaign campaign(Currency currency) {
      return new Campaign(
          code,
          name,
          CampaignStatus.PLANNED,
          startsOn,
          endsOn,
          currency,
          items,
          budget.map(amount -> Money.of(amount, currency)));
    }
  }

  record Acting(Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("crm.write")
  ResponseEntity<Campaign> plan(@PathVariable CompanyCode company, @RequestBody Planning planning) {
    Currency currency = companies.named(company).currency();
    KeptCampaign planned =
        run.planned(company, planning.campaign(currency), time.occurredAt(planning.occurredAt()));
    return Replies.created(planned.campaign(), planned.version());
  }

  @PostMapping("/{code}/start")
  @RequiresPermission("crm.write")
  ResponseEntity<Campaign> start(
      @PathVariable CompanyCode company,
      @PathVariable CampaignCode code,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Acting acting) {
    KeptCampaign kept = campaigns.named(company, code, expected);
    return reply(run.started(kept, time.occurredAt(acting.occurredAt())));
  }

  @PostMapping("/{code}/hold")
  @RequiresPermission("crm.write")
  ResponseEntity<Campaign> hold(
      @PathVariable CompanyCode company,
      @PathVariable CampaignCode code,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Acting acting) {
    KeptCampaign kept = campaigns.named(company, code, expected);
    return reply(run.held(kept, time.occurredAt(acting.occurredAt())));
  }

  @PostMapping("/{code}/resume")
  @RequiresPermission("crm.write")
  ResponseEntity<Campaign> resume(
      @PathVariable CompanyCode company,
      @PathVariable CampaignCode code,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Acting acting) {
    KeptCampaign kept = campaigns.named(company, code, expected);
    return reply(run.resumed(kept, time.occurredAt(acting.occurredAt())));
  }

  @PostMapping("/{code}/end")
  @RequiresPermission("crm.write")
  ResponseEntity<Campaign> end(
      @PathVariable CompanyCode company,
      @PathVariable CampaignCode code,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Acting acting) {
    KeptCampaign kept = campaigns.named(company, code, expected);
    return reply(run.ended(kept, time.occurredAt(acting.occurredAt())));
  }

  @GetMapping("/{code}")
  @RequiresPermission("crm.read")
  ResponseEntity<Campaign> campaign(
      @PathVariable CompanyCode company, @PathVariable CampaignCode code) {
    return reply(campaigns.named(company, code));
  }

  @GetMapping
  @RequiresPermission("crm.read")
  Page<Campaign> page(
      @PathVariable CompanyCode company,
      @RequestParam Optional<String> search,
      @RequestParam(defaultValue = "1") int page) {
    companies.named(company);
    return campaigns.page(company, new PageRequest(search, page));
  }

  private static ResponseEntity<Campaign> reply(KeptCampaign kept) {
    return Replies.ok(kept.campaign(), kept.version());
  }
}
