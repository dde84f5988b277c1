package org.millrace.purchasing.order;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.purchasing.Demand;
import org.millrace.purchasing.NewPurchaseOrder;
import org.millrace.purchasing.OrderCancelled;
import org.millrace.purchasing.OrderPlaced;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.Purchasing;
import org.millrace.shared.CompanyCode;
import org.millrace.stock.Stock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "purchaseOrderWiring", proxyBeanMethods = false)
class OrderWiring {
  @Bean("placePurchaseOrder")
  PlaceOrder place(
      Orders orders, Companies companies, Parties parties, Items items, Events events) {
    return new PlaceOrder(orders, companies, parties, items, events);
  }

  @Bean
  Purchasing purchasing(PlaceOrder place, Orders orders) {
    return new Purchasing() {
      @Override
      public PurchaseOrder place(CompanyCode company, NewPurchaseOrder wanted, Instant occurredAt) {
        return place.placed(company, wanted, occurredAt).order();
      }

      @Override
      public Map<ItemCode, Source> latestSources(CompanyCode company, Collection<ItemCode> items) {
        return orders.latestSources(company, items);
      }

      @Override
      public List<PurchaseOrder> placedFor(CompanyCode company, Demand demand) {
        return orders.placedFor(company, demand);
      }
    };
  }

  @Bean("receivePurchaseOrder")
  ReceiveGoods receive(Companies companies, Orders orders, Stock stock, Events events) {
    return new ReceiveGoods(companies, orders, stock, events);
  }

  @Bean("cancelPurchaseOrder")
  CancelOrder cancel(Orders orders, Events events) {
    return new CancelOrder(orders, events);
  }

  @Bean
  EventHandler<OrderPlaced> expectOfPurchaseOrder(Stock stock) {
    return new WhenOrderPlaced(stock);
  }

  @Bean
  EventHandler<OrderCancelled> expectNothingOfPurchaseOrder(Stock stock) {
    return new WhenOrderCancelled(stock);
  }
}
