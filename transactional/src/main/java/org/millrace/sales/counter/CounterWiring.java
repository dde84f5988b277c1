package org.millrace.sales.counter;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.millrace.sales.Invoicing;
import org.millrace.sales.SalesOrder;
import org.millrace.sales.order.DeliverOrder;
import org.millrace.sales.order.InvoiceOrder;
import org.millrace.sales.order.PlaceOrder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CounterWiring {
  @Bean
  Documents<CounterSale> counterSales(DocumentStores stores) {
    return stores.of(CounterSale.KIND);
  }

  @Bean
  SellAtCounter sellAtCounter(
      Companies companies,
      Documents<CounterSale> sales,
      Documents<SalesOrder> orders,
      SellAtCounter.Acts acts) {
    return new SellAtCounter(companies, sales, orders, acts);
  }

  @Bean
  SellAtCounter.Acts actsAtCounter(
      PlaceOrder place, DeliverOrder deliver, InvoiceOrder invoice, Invoicing invoicing) {
    return new SellAtCounter.Acts(place, deliver, invoice, invoicing);
  }
}
