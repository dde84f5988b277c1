package org.millrace.service.ticket;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.item.Items;
import org.millrace.outbox.EventHandler;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.service.Ticket;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.Stock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TicketWiring {
  @Bean
  Documents<Ticket> tickets(DocumentStores stores) {
    return stores.of(Ticket.KIND);
  }

  @Bean
  ServeTicket serveTicket(
      Documents<Ticket> tickets, Companies companies, Parties parties, Items items, Stock stock) {
    return new ServeTicket(tickets, companies, parties, items, stock);
  }

  @Bean
  EventHandler<GoodsMoved> costOfParts(Documents<Ticket> tickets) {
    return new WhenPartsRevalued(tickets);
  }
}
