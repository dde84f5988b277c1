package org.millrace.sales.quotation;

import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.sales.number.PaperNumbers;
import org.millrace.sales.order.PlaceOrders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QuotationWiring {
  @Bean
  MakeQuotation makeQuotation(
      Companies companies,
      Parties parties,
      Items items,
      PaperNumbers numbers,
      Quotations quotations,
      Events events) {
    return new MakeQuotation(companies, parties, items, numbers, quotations, events);
  }

  @Bean
  CloseQuotation closeQuotation(
      Companies companies, PlaceOrders placeOrders, Quotations quotations, Events events) {
    return new CloseQuotation(companies, placeOrders, quotations, events);
  }
}
