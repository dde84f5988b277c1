package org.millrace.currency.rate;

import org.millrace.currency.Rate;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RateWiring {
  @Bean
  Documents<Rate> rates(DocumentStores stores) {
    return stores.of(Rate.KIND);
  }
}
