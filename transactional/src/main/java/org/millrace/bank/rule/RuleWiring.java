package org.millrace.bank.rule;

import org.millrace.bank.BankRule;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Parties;
import org.millrace.tax.Taxes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "bankRuleWiring", proxyBeanMethods = false)
class RuleWiring {
  @Bean
  Documents<BankRule> bankRules(DocumentStores stores) {
    return stores.of(BankRule.KIND);
  }

  @Bean
  KeepRules keepBankRules(Documents<BankRule> rules, Parties parties, Taxes taxes) {
    return new KeepRules(rules, parties, taxes);
  }
}
