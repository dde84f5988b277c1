package org.millrace.production.workorder;

import java.time.Instant;
import java.util.List;
import org.millrace.item.Items;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.production.Demand;
import org.millrace.production.LeadTimes;
import org.millrace.production.Production;
import org.millrace.production.WorkOrder;
import org.millrace.production.WorkOrderCompleted;
import org.millrace.production.WorkOrderReleased;
import org.millrace.shared.CompanyCode;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.Stock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WorkOrderWiring {
  @Bean
  ReleaseWorkOrder releaseWorkOrder(
      WorkOrders orders, Companies companies, Items items, LeadTimes leadTimes, Events events) {
    return new ReleaseWorkOrder(orders, companies, items, leadTimes, events);
  }

  @Bean
  Production production(ReleaseWorkOrder release, WorkOrders orders) {
    return new Production() {
      @Override
      public WorkOrder release(CompanyCode company, Wanted wanted, Instant occurredAt) {
        return release.released(company, wanted, occurredAt).order();
      }

      @Override
      public List<WorkOrder> releasedFor(CompanyCode company, Demand demand) {
        return orders.releasedFor(company, demand);
      }
    };
  }

  @Bean
  ConsumeMaterials consumeMaterials(
      Companies companies, WorkOrders orders, Stock stock, Events events) {
    return new ConsumeMaterials(companies, orders, stock, events);
  }

  @Bean
  CompleteWorkOrder completeWorkOrder(
      Companies companies, WorkOrders orders, Stock stock, Events events) {
    return new CompleteWorkOrder(companies, orders, stock, events);
  }

  @Bean
  EventHandler<WorkOrderReleased> planOfWorkOrder(Stock stock) {
    return new WhenWorkOrderReleased(stock);
  }

  @Bean
  EventHandler<WorkOrderCompleted> planOfCompletedWorkOrder(Stock stock) {
    return new WhenWorkOrderCompleted(stock);
  }

  @Bean
  EventHandler<GoodsMoved> costOfMaterials(WorkOrders orders, Stock stock, Events events) {
    return new WhenMaterialsRevalued(orders, stock, events);
  }
}
