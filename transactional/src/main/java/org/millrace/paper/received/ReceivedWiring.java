package org.millrace.paper.received;

import org.millrace.collaboration.KeepFiles;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.paper.EInvoice;
import org.millrace.party.Party;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.invoice.SupplierBills;
import org.millrace.tax.TaxCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "receivedPapersWiring", proxyBeanMethods = false)
class ReceivedWiring {
  @Bean
  Documents<EInvoice> eInvoices(DocumentStores stores) {
    return stores.of(EInvoice.KIND);
  }

  @Bean
  ReceiveEInvoices receiveEInvoices(Documents<EInvoice> invoices, KeepFiles files) {
    return new ReceiveEInvoices(invoices, files);
  }

  @Bean
  BillEInvoice billEInvoice(
      Documents<EInvoice> invoices,
      Documents<PurchaseOrder> orders,
      DocumentStores stores,
      SupplierBills bills) {
    return new BillEInvoice(
        invoices,
        orders,
        new FindTaxCodes(stores.of(TaxCode.KIND)),
        bills,
        new FindSupplier(stores.of(Party.KIND)));
  }
}
