package org.millrace.ledger.entry;

import org.millrace.dimension.Dimensions;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.item.Items;
import org.millrace.ledger.Charts;
import org.millrace.ledger.Ledger;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.purchasing.invoice.CostAccounts;
import org.millrace.web.BusinessTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EntryWiring {
  @Bean
  Documents<Entry> journal(DocumentStores stores) {
    return stores.of(Entry.KIND);
  }

  @Bean
  Charts charts(Entries entries) {
    return entries::chart;
  }

  @Bean
  NameDimensions nameDimensions(Dimensions dimensions, Items items) {
    return new NameDimensions(dimensions, items);
  }

  @Bean
  Ledger ledger(
      Companies companies,
      Entries entries,
      Documents<Entry> journal,
      NameDimensions dimensions,
      Events events) {
    return new PostEntries(companies, entries, journal, dimensions, events);
  }

  @Bean
  ManualEntries manualEntries(
      Companies companies,
      Ledger ledger,
      Entries entries,
      Documents<Entry> journal,
      BusinessTime time) {
    return new ManualEntries(companies, ledger, entries, journal, time);
  }

  @Bean
  CostAccounts accountsOfBills(Entries entries) {
    return new BillableAccounts(entries);
  }
}
