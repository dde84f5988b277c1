package org.millrace.sales.delivery;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeliveryWiring {
  @Bean
  Documents<DeliveredGoods> deliveredGoods(DocumentStores stores) {
    return stores.of(DeliveredGoods.KIND);
  }
}
