package org.millrace.party.register;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Party;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegisterWiring {
  @Bean
  Documents<Party> registeredParties(DocumentStores stores) {
    return stores.of(Party.KIND);
  }

  @Bean
  RegisterParties parties(Documents<Party> registered, BankAccounts accounts) {
    return new RegisterParties(registered, accounts);
  }
}
