package org.millrace.settlement.revaluation;

import org.millrace.currency.Rates;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.millrace.settlement.Revaluation;
import org.millrace.settlement.UnrevaluedItems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RevaluationWiring {
  @Bean
  Documents<Revaluation> revaluations(DocumentStores stores) {
    return stores.of(Revaluation.KIND);
  }

  @Bean
  RevalueItems revalueItems(
      Companies companies, Rates rates, ForeignItems items, Documents<Revaluation> revaluations) {
    return new RevalueItems(companies, rates, items, revaluations);
  }

  @Bean
  UnrevaluedItems unrevaluedItems(ForeignItems items) {
    return new ItemsToRevalue(items);
  }
}
