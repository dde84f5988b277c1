package org.millrace.sales.quotation;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.millrace.sales.master.AgreedCurrency;
import org.millrace.sales.master.FillLines;
import org.millrace.sales.master.SalesMasters;
import org.millrace.sales.order.PlaceOrder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QuotationWiring {
  @Bean
  Documents<Quotation> quotations(DocumentStores stores) {
    return stores.of(Quotation.KIND);
  }

  @Bean
  MakeQuotation makeQuotation(
      Documents<Quotation> quotations,
      SalesMasters masters,
      FillLines fill,
      AgreedCurrency currencies) {
    return new MakeQuotation(quotations, masters, fill, currencies);
  }

  @Bean
  CloseQuotation closeQuotation(
      Companies companies, PlaceOrder placeOrder, Documents<Quotation> quotations) {
    return new CloseQuotation(companies, placeOrder, quotations);
  }
}
