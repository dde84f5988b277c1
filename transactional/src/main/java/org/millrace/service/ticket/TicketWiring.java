package org.millrace.service.ticket;

import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.stock.Stock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TicketWiring {
  @Bean
  ServeTicket serveTicket(
      Tickets tickets,
      Companies companies,
      Parties parties,
      Items items,
      Stock stock,
      Events events) {
    return new ServeTicket(tickets, companies, parties, items, stock, events);
  }
}
