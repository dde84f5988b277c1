package org.millrace.stock.movement;

import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.stock.Stock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MovementWiring {
  @Bean
  Stock stock(MovementsJdbc movements, Companies companies, Items items, Events events) {
    return new MoveGoods(movements, companies, items, events);
  }
}
