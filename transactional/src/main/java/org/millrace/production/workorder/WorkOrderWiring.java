package org.millrace.production.workorder;

import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.stock.Stock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WorkOrderWiring {
  @Bean
  ReleaseWorkOrder releaseWorkOrder(
      WorkOrders orders, Companies companies, Items items, Events events) {
    return new ReleaseWorkOrder(orders, companies, items, events);
  }

  @Bean
  ConsumeMaterials consumeMaterials(WorkOrders orders, Stock stock, Events events) {
    return new ConsumeMaterials(orders, stock, events);
  }

  @Bean
  CompleteWorkOrder completeWorkOrder(WorkOrders orders, Stock stock, Events events) {
    return new CompleteWorkOrder(orders, stock, events);
  }
}
