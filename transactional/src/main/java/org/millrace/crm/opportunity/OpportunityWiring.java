package org.millrace.crm.opportunity;

import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.sales.SalesOrders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpportunityWiring {
  @Bean
  PursueOpportunity pursueOpportunity(
      Opportunities opportunities,
      Companies companies,
      Parties parties,
      Items items,
      SalesOrders orders,
      Events events) {
    return new PursueOpportunity(opportunities, companies, parties, items, orders, events);
  }
}
