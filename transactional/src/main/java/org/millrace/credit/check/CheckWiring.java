package org.millrace.credit.check;

import java.util.Collection;
import java.util.Map;
import org.millrace.credit.exposure.CreditExposures;
import org.millrace.credit.policy.CreditPolicies;
import org.millrace.document.DocumentKind;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.document.Hindrance;
import org.millrace.outbox.EventHandler;
import org.millrace.party.Companies;
import org.millrace.sales.OrderCancelled;
import org.millrace.sales.OrderDelivered;
import org.millrace.sales.OrderPlaced;
import org.millrace.sales.OrderStatus;
import org.millrace.sales.SalesOrder;
import org.millrace.sales.order.OrderChanged;
import org.millrace.shared.CompanyCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "creditCheckWiring", proxyBeanMethods = false)
class CheckWiring {
  @Bean
  Documents<CreditCheck> creditChecks(DocumentStores stores) {
    return stores.of(CreditCheck.KIND);
  }

  @Bean
  CheckOrders checkOrders(
      Documents<CreditCheck> checks,
      CreditExposures exposures,
      CreditPolicies policies,
      Companies companies) {
    return new CheckOrders(checks, exposures, policies, companies);
  }

  @Bean
  EventHandler<OrderPlaced> creditOfPlacedOrders(CheckOrders orders) {
    return new WhenOrdersPlaced(orders);
  }

  @Bean
  Hindrance heldOrders(CheckOrders orders) {
    return new Hindrance() {
      @Override
      public DocumentKind<?> kind() {
        return SalesOrder.KIND;
      }

      @Override
      public String act() {
        return OrderStatus.Act.DELIVER.word();
      }

      @Override
      public Map<String, String> of(CompanyCode company, Collection<String> numbers) {
        return orders.held(company, numbers);
      }
    };
  }

  @Bean
  EventHandler<OrderChanged> creditOfChangedOrders(CheckOrders orders) {
    return new WhenOrderMoves<>(OrderChanged.class, OrderChanged::order, orders::check);
  }

  @Bean
  EventHandler<OrderCancelled> creditOfCancelledOrders(CheckOrders orders) {
    return new WhenOrderMoves<>(OrderCancelled.class, OrderCancelled::order, orders::cancelled);
  }

  @Bean
  EventHandler<OrderDelivered> creditOfDeliveredOrders(CheckOrders orders) {
    return new WhenOrderMoves<>(
        OrderDelivered.class,
        OrderDelivered::order,
        (head, order) -> orders.requireNotHeld(head.company(), order));
  }
}
