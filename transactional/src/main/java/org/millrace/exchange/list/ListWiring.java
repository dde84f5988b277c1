package org.millrace.exchange.list;

import java.time.Clock;
import org.millrace.database.Transactions;
import org.millrace.exchange.reject.Rejects;
import org.millrace.party.Companies;
import org.millrace.planning.verbs.Overriding;
import org.millrace.planning.verbs.Policies;
import org.millrace.settings.CoreSettings;
import org.millrace.web.BusinessTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ListWiring {
  @Bean
  RowReader rowReader(JsonMapper json) {
    return new RowReader(json);
  }

  @Bean
  ImportList importList(
      Rejects rejects, Transactions transactions, Clock clock, CoreSettings settings) {
    return new ImportList(rejects, transactions, clock, settings.imports());
  }

  @Bean
  ImportedList policiesList(
      Policies policies, Companies companies, RowReader reader, BusinessTime time) {
    return new PoliciesList(policies, companies, reader, time);
  }

  @Bean
  ImportedList overridesList(Overriding overriding, RowReader reader, BusinessTime time) {
    return new OverridesList(overriding, reader, time);
  }
}
