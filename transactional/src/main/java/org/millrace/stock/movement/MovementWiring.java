package org.millrace.stock.movement;

import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.shared.OpenPeriods;
import org.millrace.stock.Stock;
import org.millrace.stock.reservation.StoredClaims;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MovementWiring {
  @Bean
  Stock stock(
      MovementsJdbc movements,
      LotsJdbc lots,
      Companies companies,
      Items items,
      StoredClaims claims,
      OpenPeriods periods,
      Events events) {
    LockItems lock = new LockItems(movements, items);
    return new MoveGoods(
        new MoveGoods.Stored(movements, lots), companies, lock, claims, periods, events);
  }
}
