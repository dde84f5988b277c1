package org.millrace.sales.order;

import org.millrace.currency.Rates;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.outbox.EventHandler;
import org.millrace.party.Companies;
import org.millrace.sales.Invoice;
import org.millrace.sales.OrderCancelled;
import org.millrace.sales.OrderPlaced;
import org.millrace.sales.SalesOrder;
import org.millrace.sales.SalesOrders;
import org.millrace.sales.delivery.DeliveredGoods;
import org.millrace.sales.invoice.CorrectCosts;
import org.millrace.sales.invoice.DueAgain;
import org.millrace.sales.invoice.PutOnRecord;
import org.millrace.sales.master.AgreedCurrency;
import org.millrace.sales.master.AgreedTerms;
import org.millrace.sales.master.FillLines;
import org.millrace.sales.master.SalesMasters;
import org.millrace.sales.prepayment.DeductPrepayments;
import org.millrace.sales.prepayment.PrepayOrder;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.Stock;
import org.millrace.tax.Taxes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "salesOrderWiring", proxyBeanMethods = false)
class OrderWiring {
  @Bean
  Documents<SalesOrder> salesOrderDocuments(DocumentStores stores) {
    return stores.of(SalesOrder.KIND);
  }

  @Bean
  PlaceOrder placeSalesOrder(
      Documents<SalesOrder> orders,
      SalesMasters masters,
      FillLines fill,
      PromiseLines promise,
      AgreedCurrency currencies) {
    return new PlaceOrder(orders, masters, fill, promise, currencies);
  }

  @Bean
  PromiseLines promiseSalesLines(Promises promises) {
    return new PromiseLines(promises);
  }

  @Bean
  SalesOrders salesOrders(Documents<SalesOrder> orders) {
    return (company, number) -> orders.named(company, number).document();
  }

  @Bean
  DeliverOrder deliverOrder(
      Companies companies,
      Documents<SalesOrder> orders,
      Documents<DeliveredGoods> numbers,
      Deliveries deliveries,
      Stock stock,
      PromiseLines promise) {
    return new DeliverOrder(companies, orders, numbers, deliveries, stock, promise);
  }

  @Bean
  InvoiceOrder invoiceOrder(
      Companies companies,
      Documents<SalesOrder> orders,
      Documents<Invoice> invoices,
      PutOnRecord record,
      InvoiceOrder.Sources sources) {
    return new InvoiceOrder(companies, orders, invoices, record, sources);
  }

  @Bean
  InvoiceOrder.Sources sourcesOfOrderInvoices(
      Taxes taxes, AgreedTerms agreed, DeductPrepayments prepayments, Rates rates) {
    return new InvoiceOrder.Sources(taxes, agreed, prepayments, rates);
  }

  @Bean
  OrdersHttp.Acts actsOfOrders(
      PlaceOrder place, DeliverOrder deliver, InvoiceOrder invoice, PrepayOrder prepay) {
    return new OrdersHttp.Acts(place, deliver, invoice, prepay);
  }

  @Bean
  EventHandler<OrderPlaced> reserveForSalesOrder(Stock stock) {
    return new WhenOrderChanges<>(OrderPlaced.class, OrderPlaced::order, stock);
  }

  @Bean
  EventHandler<OrderChanged> reserveForChangedOrder(Stock stock) {
    return new WhenOrderChanges<>(OrderChanged.class, OrderChanged::order, stock);
  }

  @Bean
  EventHandler<OrderRescheduled> reserveForRescheduledOrder(Stock stock) {
    return new WhenOrderChanges<>(OrderRescheduled.class, OrderRescheduled::order, stock);
  }

  @Bean
  EventHandler<OrderCancelled> freeOfSalesOrder(Stock stock) {
    return new WhenOrderChanges<>(OrderCancelled.class, OrderCancelled::order, stock);
  }

  @Bean
  EventHandler<OrderReopened> reserveForReopenedOrder(Stock stock) {
    return new WhenOrderChanges<>(OrderReopened.class, OrderReopened::order, stock);
  }

  @Bean
  EventHandler<GoodsMoved> costOfDeliveries(Deliveries deliveries, CorrectCosts correctCosts) {
    return new WhenDeliveryRevalued(deliveries, correctCosts);
  }

  @Bean
  DueAgain dueAgain(Documents<SalesOrder> orders) {
    return new ReopenOrder(orders);
  }
}
