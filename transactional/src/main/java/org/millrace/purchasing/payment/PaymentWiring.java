package org.millrace.purchasing.payment;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "supplierPaymentWiring", proxyBeanMethods = false)
class PaymentWiring {
  @Bean
  Documents<SupplierPayment> supplierPayments(DocumentStores stores) {
    return stores.of(SupplierPayment.KIND);
  }
}
