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
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("crm.read")
@RequestMapping("/api/companies/{company}/crm/campaigns")
class CampaignsHttp extends DocumentEndpoints<Campaign, CampaignCode> {
  private final RunCampaign run;
  private final Companies companies;
  private final BusinessTime time;

  CampaignsHttp(
      Documents<Campaign> campaigns,
      DocumentHistory history,
      RunCampaign run,
      Companies companies,
      BusinessTime time) {
    super(campaigns, history);
    this.run = run;
    this.companies = companies;
    this.time = time;
  }

  record Planning(
      CampaignCode code,
      String name,
      LocalDate startsOn,
      LocalDate endsOn,
      List<ItemCode> items,
      @Amount Optional<BigDecimal> budget,
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
  ResponseEntity<DocumentAnswer<Campaign>> plan(
      @PathVariable CompanyCode company, @RequestBody Planning planning) {
    Campaign campaign = planning.campaign(companies.named(company).currency());
    return created(run.plan(company, campaign, time.occurredAt(planning.occurredAt())));
  }

  @PostMapping("/{number}/start")
  @RequiresPermission("crm.write")
  ResponseEntity<DocumentAnswer<Campaign>> start(
      Versioned<Campaign> campaign, @RequestBody Acting acting) {
    return ok(run.change(campaign, Campaign::started, time.occurredAt(acting.occurredAt())));
  }

  @PostMapping("/{number}/hold")
  @RequiresPermission("crm.write")
  ResponseEntity<DocumentAnswer<Campaign>> hold(
      Versioned<Campaign> campaign, @RequestBody Acting acting) {
    return ok(run.change(campaign, Campaign::held, time.occurredAt(acting.occurredAt())));
  }

  @PostMapping("/{number}/resume")
  @RequiresPermission("crm.write")
  ResponseEntity<DocumentAnswer<Campaign>> resume(
      Versioned<Campaign> campaign, @RequestBody Acting acting) {
    return ok(run.change(campaign, Campaign::resumed, time.occurredAt(acting.occurredAt())));
  }

  @PostMapping("/{number}/end")
  @RequiresPermission("crm.write")
  ResponseEntity<DocumentAnswer<Campaign>> end(
      Versioned<Campaign> campaign, @RequestBody Acting acting) {
    return ok(run.end(campaign, time.occurredAt(acting.occurredAt())));
  }
}
