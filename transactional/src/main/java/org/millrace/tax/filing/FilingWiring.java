package org.millrace.tax.filing;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FilingWiring {
  @Bean
  Documents<TaxReturn> taxReturns(DocumentStores stores) {
    return stores.of(TaxReturn.KIND);
  }

  @Bean
  FileReturn fileReturn(
      Companies companies, Documents<TaxReturn> returns, FileReturn.OpenTaxes open) {
    return new FileReturn(companies, returns, open);
  }
}
