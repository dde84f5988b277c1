package org.millrace.sales.order;

import org.millrace.item.Items;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.sales.OrderCancelled;
import org.millrace.sales.OrderPlaced;
import org.millrace.sales.OrderRescheduled;
import org.millrace.sales.SalesOrders;
import org.millrace.sales.invoice.CorrectCosts;
import org.millrace.sales.invoice.DueAgain;
import org.millrace.sales.invoice.PutOnRecord;
import org.millrace.sales.number.PaperNumbers;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.Stock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "salesOrderWiring", proxyBeanMethods = false)
class OrderWiring {
  @Bean
  PlaceOrders placeOrders(
      Companies companies,
      Parties parties,
      Items items,
      PaperNumbers numbers,
      Orders orders,
      Events events) {
    return new PlaceOrders(companies, parties, items, numbers, orders, events);
  }

  @Bean
  SalesOrders salesOrders(Orders orders) {
    return (company, number) -> orders.named(company, number).order();
  }

  @Bean
  DeliverOrders deliverOrders(
      Companies companies, Orders orders, PaperNumbers numbers, Stock stock, Events events) {
    return new DeliverOrders(companies, orders, numbers, stock, events);
  }

  @Bean
  InvoiceOrders invoiceOrders(
      Companies companies, Orders orders, PaperNumbers numbers, PutOnRecord record, Events events) {
    return new InvoiceOrders(companies, orders, numbers, record, events);
  }

  @Bean
  CancelOrders cancelOrders(Orders orders, Events events) {
    return new CancelOrders(orders, events);
  }

  @Bean
  RescheduleOrder rescheduleOrder(Orders orders, Events events) {
    return new RescheduleOrder(orders, events);
  }

  @Bean
  EventHandler<OrderPlaced> reserveForSalesOrder(Stock stock) {
    return new WhenOrderPlaced(stock);
  }

  @Bean
  EventHandler<OrderRescheduled> reserveForRescheduledOrder(Stock stock) {
    return new WhenOrderRescheduled(stock);
  }

  @Bean
  EventHandler<OrderCancelled> freeOfSalesOrder(Stock stock) {
    return new WhenOrderCancelled(stock);
  }

  @Bean
  EventHandler<GoodsMoved> costOfDeliveries(Orders orders, CorrectCosts correctCosts) {
    return new WhenDeliveryRevalued(orders, correctCosts);
  }

  @Bean
  DueAgain dueAgain(Orders orders, Events events) {
    return new ReopenOrder(orders, events);
  }

  @Bean
  EventHandler<OrderReopened> reserveForReopenedOrder(Stock stock) {
    return new WhenOrderReopened(stock);
  }
}
