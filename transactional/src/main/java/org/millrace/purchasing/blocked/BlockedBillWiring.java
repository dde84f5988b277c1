package org.millrace.purchasing.blocked;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.millrace.purchasing.invoice.SupplierBills;
import org.millrace.purchasing.tolerance.Tolerances;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BlockedBillWiring {
  @Bean
  Documents<BlockedBill> blockedBills(DocumentStores stores) {
    return stores.of(BlockedBill.KIND);
  }

  @Bean
  DecideBill decideBill(
      Documents<BlockedBill> blocked,
      SupplierBills bills,
      Tolerances tolerances,
      Companies companies) {
    return new DecideBill(blocked, bills, tolerances, companies);
  }
}
