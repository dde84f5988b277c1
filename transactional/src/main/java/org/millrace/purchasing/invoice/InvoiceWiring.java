package org.millrace.purchasing.invoice;

import org.millrace.outbox.Events;
import org.millrace.purchasing.order.Orders;
import org.millrace.purchasing.tolerance.Tolerances;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "supplierInvoiceWiring", proxyBeanMethods = false)
class InvoiceWiring {
  @Bean
  PostSupplierInvoice postSupplierInvoice(
      Orders orders, Invoices invoices, Tolerances tolerances, Events events) {
    return new PostSupplierInvoice(orders, invoices, tolerances, events);
  }

  @Bean
  PaySupplier paySupplier(Invoices invoices, Events events) {
    return new PaySupplier(invoices, events);
  }
}
