package org.millrace.bank.account;

import org.millrace.bank.BankAccount;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountWiring {
  @Bean
  Documents<BankAccount> bankAccounts(DocumentStores stores) {
    return stores.of(BankAccount.KIND);
  }

  @Bean
  KeepAccounts keepAccounts(Documents<BankAccount> accounts) {
    return new KeepAccounts(accounts);
  }
}
