package org.millrace.purchasing.invoice;

import org.millrace.document.Documents;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.purchasing.order.Orders;
import org.millrace.purchasing.payment.SupplierPayment;
import org.millrace.purchasing.tolerance.Tolerances;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "supplierInvoiceWiring", proxyBeanMethods = false)
class InvoiceWiring {
  @Bean
  PostSupplierInvoice postSupplierInvoice(
      Companies companies, Orders orders, Invoices invoices, Tolerances tolerances, Events events) {
    return new PostSupplierInvoice(companies, orders, invoices, tolerances, events);
  }

  @Bean
  PaySupplier paySupplier(
      Companies companies, Invoices invoices, Documents<SupplierPayment> payments, Events events) {
    return new PaySupplier(companies, invoices, payments, events);
  }
}
