package org.millrace.settlement.item;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.millrace.purchasing.payment.SupplierPayments;
import org.millrace.sales.InvoicePayments;
import org.millrace.settlement.OpeningItem;
import org.millrace.settlement.PartyPayment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "settlementItemWiring", proxyBeanMethods = false)
class ItemWiring {
  @Bean
  Documents<PartyPayment> partyPayments(DocumentStores stores) {
    return stores.of(PartyPayment.KIND);
  }

  @Bean
  Documents<OpeningItem> openingItems(DocumentStores stores) {
    return stores.of(OpeningItem.KIND);
  }

  @Bean
  SettleItems settleItems(
      Companies companies,
      InvoicePayments invoices,
      SupplierPayments bills,
      Documents<PartyPayment> payments,
      Documents<OpeningItem> openings) {
    return new SettleItems(invoices, bills, new OwnItems(companies, payments, openings));
  }
}
