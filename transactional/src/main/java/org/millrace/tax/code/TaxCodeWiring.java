package org.millrace.tax.code;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.tax.TaxCode;
import org.millrace.tax.settings.CompanyTaxSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TaxCodeWiring {
  @Bean
  Documents<TaxCode> taxCodes(DocumentStores stores) {
    return stores.of(TaxCode.KIND);
  }

  @Bean
  AddTaxCodes addTaxCodes(Documents<TaxCode> codes) {
    return new AddTaxCodes(codes);
  }

  @Bean
  CompanyTaxes taxes(Documents<TaxCode> codes, CompanyTaxSettings settings) {
    return new CompanyTaxes(codes, settings);
  }
}
