package org.millrace.tax.determination;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.item.Items;
import org.millrace.party.Parties;
import org.millrace.tax.Taxes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "taxDeterminationWiring", proxyBeanMethods = false)
class DeterminationWiring {
  @Bean
  Documents<TaxRule> taxRules(DocumentStores stores) {
    return stores.of(TaxRule.KIND);
  }

  @Bean
  KeepTaxRules keepTaxRules(Documents<TaxRule> rules, Taxes taxes, Items items) {
    return new KeepTaxRules(rules, taxes, items);
  }

  @Bean
  DetermineTax taxDetermination(Documents<TaxRule> rules, Parties parties, Items items) {
    return new DetermineTax(rules, parties, items);
  }
}
