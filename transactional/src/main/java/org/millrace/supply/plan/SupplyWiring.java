package org.millrace.supply.plan;

import org.millrace.item.Items;
import org.millrace.production.LeadTimes;
import org.millrace.production.Production;
import org.millrace.purchasing.Purchasing;
import org.millrace.sales.SalesOrders;
import org.millrace.stock.Stock;
import org.millrace.supply.DefaultTerms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SupplyWiring {
  @Bean
  ArrangeSupply arrangeSupply(
      SalesOrders sales,
      Items items,
      Stock stock,
      Production production,
      Purchasing purchasing,
      ArrangeSupply.Defaults defaults) {
    return new ArrangeSupply(sales, items, stock, production, purchasing, defaults);
  }

  @Bean
  ArrangeSupply.Defaults defaults(DefaultTerms terms, LeadTimes leadTimes) {
    return new ArrangeSupply.Defaults(terms, leadTimes);
  }
}
