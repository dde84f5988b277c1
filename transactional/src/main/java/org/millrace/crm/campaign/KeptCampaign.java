package org.millrace.crm.campaign;

import java.time.Instant;
import org.millrace.crm.Campaign;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Version;

/** A campaign as stored, with its version. */
record KeptCampaign(CompanyCode company, Campaign campaign, Version version) {
  KeptCampaign next(Campaign changed) {
    return new KeptCampaign(company, changed, new Version(version.number() + 1));
  }

  EventHead head(Instant occurredAt) {
    return EventHead.of(
        company,
        EventHead.aggregateId("campaign", company, campaign.code().value()),
        version.number(),
        occurredAt);
  }
}
