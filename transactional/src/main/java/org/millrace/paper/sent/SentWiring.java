package org.millrace.paper.sent;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.item.Items;
import org.millrace.paper.print.PrintDocuments;
import org.millrace.party.Parties;
import org.millrace.sales.Invoice;
import org.millrace.tax.TaxCode;
import org.millrace.web.BusinessTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "sentPapersWiring", proxyBeanMethods = false)
class SentWiring {
  @Bean
  SendEInvoice sendEInvoice(
      Documents<Invoice> invoices,
      DocumentStores stores,
      Parties parties,
      Items items,
      PrintDocuments print,
      BusinessTime time) {
    return new SendEInvoice(invoices, stores.of(TaxCode.KIND), parties, items, print, time);
  }
}
