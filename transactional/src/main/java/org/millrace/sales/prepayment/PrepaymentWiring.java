package org.millrace.sales.prepayment;

import org.millrace.currency.Rates;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.millrace.sales.Invoice;
import org.millrace.sales.invoice.PutOnRecord;
import org.millrace.sales.master.AgreedTerms;
import org.millrace.tax.Taxes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "salesPrepaymentWiring", proxyBeanMethods = false)
class PrepaymentWiring {
  @Bean
  PrepayOrder prepayOrder(
      Companies companies,
      Documents<Invoice> salesInvoices,
      PutOnRecord record,
      Prepayments prepayments,
      PrepayOrder.Sources prepaymentSources) {
    return new PrepayOrder(companies, salesInvoices, record, prepayments, prepaymentSources);
  }

  @Bean
  PrepayOrder.Sources prepaymentSources(Taxes taxes, AgreedTerms agreed, Rates rates) {
    return new PrepayOrder.Sources(taxes, agreed, rates);
  }

  @Bean
  DeductPrepayments deductPrepayments(Documents<Invoice> salesInvoices, Prepayments prepayments) {
    return new DeductPrepayments(salesInvoices, prepayments);
  }
}
