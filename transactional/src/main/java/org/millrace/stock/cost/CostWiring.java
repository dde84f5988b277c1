package org.millrace.stock.cost;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.millrace.stock.Stock;
import org.millrace.stock.location.Places;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CostWiring {
  @Bean
  Documents<CostChange> costChanges(DocumentStores stores) {
    return stores.of(CostChange.KIND);
  }

  @Bean
  Documents<LandedCost> landedCosts(DocumentStores stores) {
    return stores.of(LandedCost.KIND);
  }

  @Bean
  ChangeCosts changeCosts(
      Documents<CostChange> changes, Companies companies, Places places, Stock stock) {
    return new ChangeCosts(changes, companies, places, stock);
  }

  @Bean
  LandCosts landCosts(Documents<LandedCost> costs, Companies companies, Stock stock) {
    return new LandCosts(costs, companies, stock);
  }
}
