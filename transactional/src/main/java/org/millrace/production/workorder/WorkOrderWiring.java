package org.millrace.production.workorder;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumbers;
import org.millrace.item.Items;
import org.millrace.outbox.EventHandler;
import org.millrace.party.Companies;
import org.millrace.production.Demand;
import org.millrace.production.LeadTimes;
import org.millrace.production.Production;
import org.millrace.production.WorkOrder;
import org.millrace.production.WorkOrderCancelled;
import org.millrace.production.WorkOrderChanged;
import org.millrace.production.WorkOrderCompleted;
import org.millrace.production.WorkOrderCosted;
import org.millrace.production.WorkOrderNumber;
import org.millrace.production.WorkOrderReleased;
import org.millrace.production.WorkStatus;
import org.millrace.shared.CompanyCode;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.PlanGoods;
import org.millrace.stock.Stock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WorkOrderWiring {
  @Bean
  Documents<WorkOrder> workOrders(DocumentStores stores) {
    return stores.of(WorkOrder.KIND);
  }

  @Bean
  ReleaseWorkOrder releaseWorkOrder(
      Documents<WorkOrder> orders, Companies companies, Items items, LeadTimes leadTimes) {
    return new ReleaseWorkOrder(orders, companies, items, leadTimes);
  }

  @Bean
  Production production(ReleaseWorkOrder release, Documents<WorkOrder> orders) {
    return new Production() {
      @Override
      public WorkOrder release(CompanyCode company, Wanted wanted, Instant occurredAt) {
        return release.release(company, wanted, occurredAt).document();
      }

      @Override
      public void cancel(
          CompanyCode company, WorkOrderNumber number, String reason, Instant occurredAt) {
        Versioned<WorkOrder> order = orders.named(company, number);
        if (order.document().status() != WorkStatus.CANCELLED) {
          release.cancel(order, reason, occurredAt);
        }
      }

      @Override
      public List<WorkOrder> releasedFor(CompanyCode company, Demand demand) {
        Map<String, String> wanted =
            Map.of("demand.type", demand.type(), "demand.number", demand.number());
        return orders.having(company, wanted).stream().map(Versioned::document).toList();
      }
    };
  }

  @Bean
  ConsumeMaterials consumeMaterials(
      Companies companies, Documents<WorkOrder> orders, DocumentNumbers numbers, Stock stock) {
    return new ConsumeMaterials(companies, orders, numbers, stock);
  }

  @Bean
  CompleteWorkOrder completeWorkOrder(
      Companies companies, Documents<WorkOrder> orders, DocumentNumbers numbers, Stock stock) {
    return new CompleteWorkOrder(companies, orders, numbers, stock);
  }

  @Bean
  BookCosts bookCosts(
      Companies companies, Documents<WorkOrder> orders, DocumentNumbers numbers, Stock stock) {
    return new BookCosts(companies, orders, numbers, stock);
  }

  @Bean
  ReturnMaterials returnMaterials(
      Companies companies,
      Documents<WorkOrder> orders,
      DocumentNumbers numbers,
      Stock stock,
      BookCosts costs) {
    return new ReturnMaterials(companies, orders, numbers, stock, costs);
  }

  @Bean
  WorkOrderActs workOrderActs(
      ReleaseWorkOrder release,
      ConsumeMaterials consume,
      CompleteWorkOrder complete,
      BookCosts costs,
      ReturnMaterials back) {
    return new WorkOrderActs(release, consume, complete, costs, back);
  }

  /** What came back is wanted again, and an order that is closed wants nothing more. */
  @Bean
  EventHandler<WorkOrderCosted> planOfCostedWorkOrder(Stock stock) {
    return new PlanGoods<>(
        WorkOrderCosted.class, e -> Optional.of(PlanWork.of(e.head(), e.workOrder())), stock);
  }

  @Bean
  EventHandler<WorkOrderReleased> planOfWorkOrder(Stock stock) {
    return new PlanGoods<>(
        WorkOrderReleased.class, e -> Optional.of(PlanWork.of(e.head(), e.workOrder())), stock);
  }

  @Bean
  EventHandler<WorkOrderChanged> planOfChangedWorkOrder(Stock stock) {
    return new PlanGoods<>(
        WorkOrderChanged.class, e -> Optional.of(PlanWork.of(e.head(), e.workOrder())), stock);
  }

  @Bean
  EventHandler<WorkOrderCancelled> planOfCancelledWorkOrder(Stock stock) {
    return new PlanGoods<>(
        WorkOrderCancelled.class, e -> Optional.of(PlanWork.of(e.head(), e.workOrder())), stock);
  }

  /** Gives back what a work order did not need in the end. */
  @Bean
  EventHandler<WorkOrderCompleted> planOfCompletedWorkOrder(Stock stock) {
    return new PlanGoods<>(
        WorkOrderCompleted.class,
        e ->
            Optional.of(e.workOrder())
                .filter(order -> order.status() == WorkStatus.COMPLETED)
                .map(order -> PlanWork.of(e.head(), order)),
        stock);
  }

  @Bean
  EventHandler<GoodsMoved> costOfMaterials(
      Documents<WorkOrder> orders, Stock stock, BookCosts costs) {
    return new WhenMaterialsRevalued(orders, stock, costs);
  }
}
