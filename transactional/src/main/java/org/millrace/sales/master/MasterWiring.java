package org.millrace.sales.master;

import org.millrace.item.Items;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "salesMasterWiring", proxyBeanMethods = false)
class MasterWiring {
  @Bean
  SalesMasters salesMasters(Companies companies, Parties parties, Items items) {
    return new SalesMasters(companies, parties, items);
  }
}
