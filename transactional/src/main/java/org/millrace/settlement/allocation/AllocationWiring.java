package org.millrace.settlement.allocation;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.outbox.EventHandler;
import org.millrace.party.Companies;
import org.millrace.sales.InvoicePayments;
import org.millrace.sales.rebate.RebateAgreementChanged;
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

  @Bean
  EventHandler<RebateAgreementChanged> setOffReopenedRebates(
      InvoicePayments invoices, AllocateItems allocate) {
    return new WhenRebateReopens(invoices, allocate);
  }
}
