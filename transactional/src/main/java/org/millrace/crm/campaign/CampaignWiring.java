package org.millrace.crm.campaign;

import org.millrace.crm.Campaign;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.item.Items;
import org.millrace.party.Companies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CampaignWiring {
  @Bean
  Documents<Campaign> campaigns(DocumentStores stores) {
    return stores.of(Campaign.KIND);
  }

  @Bean
  RunCampaign runCampaign(Companies companies, Documents<Campaign> campaigns, Items items) {
    return new RunCampaign(companies, campaigns, items);
  }
}
