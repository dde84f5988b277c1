package org.millrace.crm.campaign;

import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CampaignWiring {
  @Bean
  RunCampaign runCampaign(Companies companies, Campaigns campaigns, Items items, Events events) {
    return new RunCampaign(companies, campaigns, items, events);
  }
}
