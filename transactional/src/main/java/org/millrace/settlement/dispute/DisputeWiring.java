package org.millrace.settlement.dispute;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.millrace.settlement.item.OpenItems;
import org.millrace.settlement.item.SettleItems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DisputeWiring {
  @Bean
  Documents<Dispute> disputes(DocumentStores stores) {
    return stores.of(Dispute.KIND);
  }

  @Bean
  KeepDisputes keepDisputes(
      Companies companies,
      Documents<Dispute> disputes,
      OpenItems open,
      SettleItems items,
      CreditNotes notes) {
    return new KeepDisputes(companies, disputes, open, items, notes);
  }
}
