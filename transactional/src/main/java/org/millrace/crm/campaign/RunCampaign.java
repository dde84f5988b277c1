package org.millrace.crm.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.millrace.crm.Campaign;
import org.millrace.crm.CampaignChanged;
import org.millrace.crm.CampaignEnded;
import org.millrace.crm.CampaignPlanned;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Version;

/** Plans a campaign, starts, holds and resumes it, and ends it. */
final class RunCampaign {
  private final Companies companies;
  private final Campaigns campaigns;
  private final Items items;
  private final Events events;

  RunCampaign(Companies companies, Campaigns campaigns, Items items, Events events) {
    this.companies = companies;
    this.campaigns = campaigns;
    this.items = items;
    this.events = events;
  }

  KeptCampaign planned(CompanyCode company, Campaign campaign, Instant occurredAt) {
    Map<ItemCode, Item> known = items.named(company, campaign.items());
    Problems problems = new Problems();
    campaign
        .items()
        .forEach(
            item -> problems.require(known.containsKey(item), "items", item, "registered items"));
    problems.refuse("Campaign " + campaign.code() + " cannot be planned");
    KeptCampaign planned = new KeptCampaign(company, campaign, new Version(1));
    campaigns.add(planned);
    events.publish(List.of(new CampaignPlanned(planned.head(occurredAt), campaign)));
    return planned;
  }

  KeptCampaign started(KeptCampaign kept, Instant occurredAt) {
    return changed(kept.next(kept.campaign().started()), occurredAt);
  }

  KeptCampaign held(KeptCampaign kept, Instant occurredAt) {
    return changed(kept.next(kept.campaign().held()), occurredAt);
  }

  KeptCampaign resumed(KeptCampaign kept, Instant occurredAt) {
    return changed(kept.next(kept.campaign().resumed()), occurredAt);
  }

  private KeptCampaign changed(KeptCampaign next, Instant occurredAt) {
    campaigns.change(next);
    events.publish(List.of(new CampaignChanged(next.head(occurredAt), next.campaign())));
    return next;
  }

  KeptCampaign ended(KeptCampaign kept, Instant occurredAt) {
    LocalDate today = companies.dayOf(kept.company(), occurredAt);
    KeptCampaign next = kept.next(kept.campaign().ended(today));
    campaigns.change(next);
    events.publish(List.of(new CampaignEnded(next.head(occurredAt), next.campaign())));
    return next;
  }
}
