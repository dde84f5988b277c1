package org.millrace.purchasing.confirmation;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConfirmationWiring {
  @Bean
  Documents<SupplierConfirmation> supplierConfirmations(DocumentStores stores) {
    return stores.of(SupplierConfirmation.KIND);
  }
}
