package org.millrace.purchasing.order;

import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
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

  @Bean("receivePurchaseOrder")
  ReceiveGoods receive(Orders orders, Stock stock, Events events) {
    return new ReceiveGoods(orders, stock, events);
  }

  @Bean("cancelPurchaseOrder")
  CancelOrder cancel(Orders orders, Events events) {
    return new CancelOrder(orders, events);
  }
}
