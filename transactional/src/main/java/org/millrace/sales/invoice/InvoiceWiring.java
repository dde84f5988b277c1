package org.millrace.sales.invoice;

import org.millrace.currency.Rates;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoicePayments;
import org.millrace.sales.Invoicing;
import org.millrace.sales.delivery.IssuedGoods;
import org.millrace.sales.master.AgreedTerms;
import org.millrace.sales.master.FillLines;
import org.millrace.sales.master.SalesMasters;
import org.millrace.sales.payment.Payment;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.Stock;
import org.millrace.tax.TaxRegister;
import org.millrace.tax.Taxes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "salesInvoiceWiring", proxyBeanMethods = false)
class InvoiceWiring {
  @Bean
  Documents<Invoice> salesInvoices(InvoiceStores stores) {
    return stores.invoices();
  }

  @Bean
  InvoiceStores salesInvoiceStores(DocumentStores stores) {
    return new InvoiceStores(stores.of(Invoice.KIND), stores.of(Invoice.CREDIT_NOTES));
  }

  @Bean
  PutOnRecord putOnRecord(Documents<Invoice> invoices, Events events, TaxRegister register) {
    return new PutOnRecord(invoices, events, register);
  }

  @Bean
  MoveGoods goodsOfInvoices(Stock stock, IssuedGoods issued) {
    return new MoveGoods(stock, issued);
  }

  @Bean
  DirectInvoicing.Sources sourcesOfInvoices(Taxes taxes, Rates rates) {
    return new DirectInvoicing.Sources(taxes, rates);
  }

  @Bean
  DirectInvoicing invoicing(
      SalesMasters masters,
      InvoiceStores stores,
      MoveGoods goods,
      PutOnRecord record,
      TakePayments takePayments,
      DirectInvoicing.Sources sources) {
    return new DirectInvoicing(masters, stores, goods, record, takePayments, sources);
  }

  @Bean
  TakePayments takePayments(
      Companies companies,
      Documents<Invoice> invoices,
      Documents<Payment> payments,
      Events events,
      TaxRegister register,
      Rates rates) {
    return new TakePayments(companies, invoices, payments, events, register, rates);
  }

  @Bean
  ReversePayment reversePayment(
      Companies companies,
      Documents<Invoice> invoices,
      Documents<Payment> payments,
      Events events,
      TaxRegister register) {
    return new ReversePayment(companies, invoices, payments, events, register);
  }

  @Bean
  InvoicePayments invoicePayments(
      Companies companies,
      Documents<Invoice> invoices,
      TakePayments takePayments,
      ReversePayment reversePayment) {
    return new PayInvoices(companies, invoices, takePayments, reversePayment);
  }

  @Bean
  CreditPrepayment creditPrepayment(
      Companies companies, InvoiceStores stores, CreditedLines credited, PutOnRecord record) {
    return new CreditPrepayment(companies, stores, credited, record);
  }

  @Bean
  CreditInvoice creditInvoice(
      CreditedLines credited,
      DirectInvoicing invoicing,
      DueAgain dueAgain,
      CreditPrepayment creditPrepayment) {
    return new CreditInvoice(credited, invoicing, dueAgain, creditPrepayment);
  }

  @Bean
  CorrectCosts correctCosts(
      Companies companies,
      Documents<Invoice> invoices,
      CostCorrections corrections,
      Events events) {
    return new CorrectCosts(companies, invoices, corrections, events);
  }

  @Bean
  EventHandler<GoodsMoved> costOfInvoices(CorrectCosts correctCosts) {
    return new WhenGoodsRevalued(correctCosts);
  }

  @Bean
  InvoicesHttp.Acts actsOfInvoices(
      Invoicing invoicing,
      TakePayments takePayments,
      CreditInvoice creditInvoice,
      FillLines fill,
      AgreedTerms terms) {
    return new InvoicesHttp.Acts(invoicing, takePayments, creditInvoice, fill, terms);
  }
}
