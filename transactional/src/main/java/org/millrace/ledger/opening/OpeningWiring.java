package org.millrace.ledger.opening;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.ledger.Charts;
import org.millrace.ledger.Opening;
import org.millrace.party.Companies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "ledgerOpeningWiring", proxyBeanMethods = false)
class OpeningWiring {
  @Bean
  Documents<Opening> openings(DocumentStores stores) {
    return stores.of(Opening.KIND);
  }

  @Bean
  TakeOverBalances takeOverBalances(
      Companies companies, Charts charts, Documents<Opening> openings) {
    return new TakeOverBalances(companies, charts, openings);
  }
}
