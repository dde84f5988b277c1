package org.millrace.bank.statement;

import org.millrace.bank.BankStatement;
import org.millrace.bank.account.KeepAccounts;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StatementWiring {
  @Bean
  Documents<BankStatement> bankStatements(DocumentStores stores) {
    return stores.of(BankStatement.KIND);
  }

  @Bean
  TakeStatements takeStatements(
      Documents<BankStatement> statements, KeepAccounts accounts, Companies companies) {
    return new TakeStatements(statements, accounts, companies);
  }
}
