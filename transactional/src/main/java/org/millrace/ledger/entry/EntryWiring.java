package org.millrace.ledger.entry;

import org.millrace.ledger.Ledger;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.web.BusinessTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EntryWiring {
  @Bean
  Ledger ledger(Companies companies, Entries entries, Events events) {
    return new PostEntries(companies, entries, events);
  }

  @Bean
  ManualEntries manualEntries(
      Companies companies, Ledger ledger, Entries entries, BusinessTime time) {
    return new ManualEntries(companies, ledger, entries, time);
  }
}
