package org.millrace.sales.invoice;

import org.millrace.document.Documents;
import org.millrace.item.Items;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.sales.number.PaperNumbers;
import org.millrace.sales.payment.Payment;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.Stock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "salesInvoiceWiring", proxyBeanMethods = false)
class InvoiceWiring {
  @Bean
  PutOnRecord putOnRecord(Invoices invoices, Events events) {
    return new PutOnRecord(invoices, events);
  }

  @Bean
  DirectInvoicing.Masters salesMasters(Companies companies, Parties parties, Items items) {
    return new DirectInvoicing.Masters(companies, parties, items);
  }

  @Bean
  DirectInvoicing invoicing(
      DirectInvoicing.Masters masters,
      Stock stock,
      PaperNumbers numbers,
      PutOnRecord record,
      TakePayments takePayments,
      Invoices invoices) {
    return new DirectInvoicing(
        masters,
        new MoveGoods(stock),
        new DirectInvoicing.Papers(numbers, invoices, record, takePayments));
  }

  @Bean
  TakePayments takePayments(
      Companies companies,
      Invoices invoices,
      Documents<Payment> payments,
      PaperNumbers numbers,
      Events events) {
    return new TakePayments(companies, invoices, payments, numbers, events);
  }

  @Bean
  ReversePayment reversePayment(
      Companies companies,
      Invoices invoices,
      Documents<Payment> payments,
      PaperNumbers numbers,
      Events events) {
    return new ReversePayment(companies, invoices, payments, numbers, events);
  }

  @Bean
  CreditInvoice creditInvoice(Invoices invoices, DirectInvoicing invoicing, DueAgain dueAgain) {
    return new CreditInvoice(invoices, invoicing, dueAgain);
  }

  @Bean
  CorrectCosts correctCosts(
      Companies companies, Invoices invoices, CostCorrections corrections, Events events) {
    return new CorrectCosts(companies, invoices, corrections, events);
  }

  @Bean
  EventHandler<GoodsMoved> costOfInvoices(CorrectCosts correctCosts) {
    return new WhenGoodsRevalued(correctCosts);
  }
}
