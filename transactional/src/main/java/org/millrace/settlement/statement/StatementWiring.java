package org.millrace.settlement.statement;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "accountStatementWiring", proxyBeanMethods = false)
class StatementWiring {
  @Bean
  Documents<AccountStatement> accountStatements(DocumentStores stores) {
    return stores.of(AccountStatement.KIND);
  }

  @Bean
  MakeStatements makeAccountStatements(
      Companies companies,
      Parties parties,
      Movements movements,
      Documents<AccountStatement> statements) {
    return new MakeStatements(companies, parties, movements, statements);
  }
}
