package org.millrace.sales.payment;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "salesPaymentWiring", proxyBeanMethods = false)
class PaymentWiring {
  @Bean
  Documents<Payment> payments(DocumentStores stores) {
    return stores.of(Payment.KIND);
  }
}
