package org.millrace.settlement.opening;

import org.millrace.currency.Rates;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.settlement.OpeningItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpeningWiring {
  @Bean
  TakeOverItems takeOverItems(
      Companies companies,
      Parties parties,
      Rates rates,
      Documents<OpeningItem> items,
      TakenOverJdbc taken) {
    return new TakeOverItems(companies, parties, rates, items, taken);
  }
}
