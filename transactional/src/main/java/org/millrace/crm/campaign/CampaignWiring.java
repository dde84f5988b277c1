package org.millrace.crm.campaign;

import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CampaignWiring {
  @Bean
  RunCampaign runCampaign(Campaigns campaigns, Items items, Events events) {
    return new RunCampaign(campaigns, items, events);
  }
}
