package org.millrace.exchange.run;

import java.time.Clock;
import org.millrace.database.Transactions;
import org.millrace.exchange.reject.Rejects;
import org.millrace.settings.CoreSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RunWiring {
  @Bean
  ImportRuns importRuns(
      Rejects rejects, Transactions transactions, Clock clock, CoreSettings settings) {
    return new ImportRuns(rejects, transactions, clock, settings.imports());
  }
}
