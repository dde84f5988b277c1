package org.millrace.crm.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.millrace.crm.Campaign;
import org.millrace.crm.CampaignChanged;
import org.millrace.crm.CampaignEnded;
import org.millrace.crm.CampaignPlanned;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/** Plans a campaign, starts, holds and resumes it, and ends it. */
final class RunCampaign {
  private final Companies companies;
  private final Documents<Campaign> campaigns;
  private final Items items;

  RunCampaign(Companies companies, Documents<Campaign> campaigns, Items items) {
    this.companies = companies;
    this.campaigns = campaigns;
    this.items = items;
  }

  /**
   * Plans a campaign.
   *
   * @throws Refused as conflict when the code is taken
   */
  Versioned<Campaign> plan(CompanyCode company, Campaign campaign, Instant occurredAt) {
    Map<ItemCode, Item> known = items.named(company, campaign.items());
    Problems problems = new Problems();
    campaign
        .items()
        .forEach(
            item -> problems.require(known.containsKey(item), "items", item, "registered items"));
    problems.refuse("Campaign " + campaign.code() + " cannot be planned");
    if (!campaigns.find(company, List.of(campaign.code())).isEmpty()) {
      throw Refused.conflict(
          "There is a campaign %s in company %s already. Choose another code."
              .formatted(campaign.code(), company));
    }
    return campaigns.make(company, campaign, occurredAt, CampaignPlanned::new);
  }

  /** Starts, holds or resumes it. */
  Versioned<Campaign> change(
      Versioned<Campaign> before, UnaryOperator<Campaign> act, Instant occurredAt) {
    return campaigns.change(before, act.apply(before.document()), occurredAt, CampaignChanged::new);
  }

  Versioned<Campaign> end(Versioned<Campaign> before, Instant occurredAt) {
    Campaign after = before.document().ended(companies.dayOf(before.company(), occurredAt));
    return campaigns.change(before, after, occurredAt, CampaignEnded::new);
  }
}
