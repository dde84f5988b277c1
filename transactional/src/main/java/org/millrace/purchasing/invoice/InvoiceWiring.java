package org.millrace.purchasing.invoice;

import org.millrace.currency.Rates;
import org.millrace.document.DocumentStores;
import org.millrace.document.DocumentVerb;
import org.millrace.document.Documents;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.match.ClearGoods;
import org.millrace.purchasing.payment.SupplierPayment;
import org.millrace.purchasing.tolerance.Tolerances;
import org.millrace.shared.OpenPeriods;
import org.millrace.tax.TaxRegister;
import org.millrace.tax.Taxes;
import org.millrace.tax.determination.TaxDetermination;
import org.millrace.web.BusinessTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "supplierInvoiceWiring", proxyBeanMethods = false)
class InvoiceWiring {
  @Bean
  Documents<SupplierInvoice> supplierInvoices(DocumentStores stores) {
    return stores.of(SupplierInvoice.KIND);
  }

  @Bean
  ReverseSupplierInvoice reverseSupplierInvoice(
      Companies companies,
      Documents<PurchaseOrder> orders,
      Documents<SupplierInvoice> invoices,
      ClearGoods clear,
      TaxRegister register) {
    return new ReverseSupplierInvoice(companies, orders, invoices, clear, register);
  }

  @Bean
  BookingDays bookingDaysOfBills(Companies companies, OpenPeriods periods) {
    return new BookingDays(companies, periods);
  }

  @Bean
  TaxBill taxBill(Taxes taxes, TaxRegister register) {
    return new TaxBill(taxes, register);
  }

  @Bean
  PostSupplierInvoice postSupplierInvoice(
      BookingDays days,
      Documents<PurchaseOrder> orders,
      Documents<SupplierInvoice> invoices,
      Tolerances tolerances,
      ClearGoods clear,
      TaxBill taxBill) {
    return new PostSupplierInvoice(days, orders, invoices, tolerances, clear, taxBill);
  }

  @Bean
  ForeignBill foreignBill(TaxBill taxBill, Rates rates) {
    return new ForeignBill(taxBill, rates);
  }

  @Bean
  PostDirectBill postDirectBill(
      BookingDays days,
      Documents<SupplierInvoice> invoices,
      PostSupplierInvoice post,
      Tolerances tolerances,
      TaxBill taxBill,
      PostDirectBill.Masters masters) {
    return new PostDirectBill(days, invoices, post, tolerances, taxBill, masters);
  }

  @Bean
  PostDirectBill.Masters mastersOfBills(
      Companies companies, Parties parties, CostAccounts accounts, ForeignBill foreign) {
    return new PostDirectBill.Masters(companies, parties, accounts, foreign);
  }

  @Bean
  CreditGoods creditGoods(
      BookingDays days,
      Documents<PurchaseOrder> orders,
      Documents<SupplierInvoice> invoices,
      PostSupplierInvoice post,
      ClearGoods clear,
      TaxBill taxBill) {
    return new CreditGoods(days, orders, invoices, post, clear, taxBill);
  }

  @Bean
  BillsHttp.Acts actsOfBills(
      PostSupplierInvoice post,
      PostDirectBill direct,
      CreditGoods credit,
      ForeignBill foreign,
      Documents<SupplierInvoice> invoices,
      BillsHttp.Agreed agreed) {
    return new BillsHttp.Acts(post, direct, credit, foreign, invoices, agreed);
  }

  @Bean
  InvoicesHttp.Verbs verbsOfBills(
      BillsHttp.Acts acts,
      Companies companies,
      BusinessTime time,
      PaySupplier pay,
      ReverseSupplierInvoice reverse) {
    return new InvoicesHttp.Verbs(new BillsHttp.WithoutOrder(acts, companies, time), pay, reverse);
  }

  @Bean
  BillsHttp.Agreed agreedWithSuppliers(Parties parties, TaxDetermination taxes) {
    return new BillsHttp.Agreed(parties, taxes);
  }

  @Bean
  DocumentVerb<?> billOfOrder(BillsHttp bills) {
    return bills.verb();
  }

  @Bean
  PaySupplier paySupplier(
      Companies companies,
      Documents<SupplierInvoice> invoices,
      Documents<SupplierPayment> payments,
      Events events,
      TaxRegister register,
      Rates rates) {
    return new PaySupplier(companies, invoices, payments, events, register, rates);
  }
}
