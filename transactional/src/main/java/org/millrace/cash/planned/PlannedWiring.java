package org.millrace.cash.planned;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlannedWiring {
  @Bean
  Documents<PlannedCash> plannedCash(DocumentStores stores) {
    return stores.of(PlannedCash.KIND);
  }
}
