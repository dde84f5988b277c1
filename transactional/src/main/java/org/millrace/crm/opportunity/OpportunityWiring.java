package org.millrace.crm.opportunity;

import org.millrace.crm.Opportunity;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.item.Items;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.sales.SalesOrders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpportunityWiring {
  @Bean
  Documents<Opportunity> opportunities(DocumentStores stores) {
    return stores.of(Opportunity.KIND);
  }

  @Bean
  PursueOpportunity pursueOpportunity(
      Documents<Opportunity> opportunities,
      Companies companies,
      Parties parties,
      Items items,
      SalesOrders orders) {
    return new PursueOpportunity(opportunities, companies, parties, items, orders);
  }
}
