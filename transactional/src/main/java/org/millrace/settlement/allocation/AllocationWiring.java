package org.millrace.settlement.allocation;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.millrace.settlement.Allocation;
import org.millrace.settlement.item.SettleItems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AllocationWiring {
  @Bean
  Documents<Allocation> allocations(DocumentStores stores) {
    return stores.of(Allocation.KIND);
  }

  @Bean
  AllocateItems allocateItems(
      Companies companies, Documents<Allocation> allocations, SettleItems items) {
    return new AllocateItems(companies, allocations, items);
  }
}
