package org.millrace.settlement.reminder;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.sales.InvoicePayments;
import org.millrace.sales.Invoicing;
import org.millrace.settlement.allocation.AllocateItems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReminderWiring {
  @Bean
  Documents<ReminderLevel> reminderLevels(DocumentStores stores) {
    return stores.of(ReminderLevel.KIND);
  }

  @Bean
  Documents<ReminderRun> reminderRuns(DocumentStores stores) {
    return stores.of(ReminderRun.KIND);
  }

  @Bean
  Documents<Reminder> reminders(DocumentStores stores) {
    return stores.of(Reminder.KIND);
  }

  @Bean
  BillFees billReminderFees(Invoicing invoicing, InvoicePayments invoices, AllocateItems allocate) {
    return new BillFees(invoicing, invoices, allocate);
  }

  @Bean
  RemindItems remindItems(
      Companies companies, Parties parties, DueItems due, DocumentStores stores, BillFees fees) {
    return new RemindItems(
        companies,
        parties,
        due,
        new RemindItems.Stores(reminderLevels(stores), reminderRuns(stores), reminders(stores)),
        fees);
  }
}
