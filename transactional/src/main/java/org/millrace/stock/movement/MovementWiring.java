package org.millrace.stock.movement;

import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.shared.OpenPeriods;
import org.millrace.stock.OpeningStock;
import org.millrace.stock.Stock;
import org.millrace.stock.reservation.StoredClaims;
import org.millrace.web.BusinessTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MovementWiring {
  @Bean
  MoveGoods.Stored storedMovements(MovementsJdbc movements, LotsJdbc lots) {
    return new MoveGoods.Stored(movements, lots);
  }

  @Bean
  Stock stock(
      MoveGoods.Stored stored,
      Companies companies,
      Items items,
      StoredClaims claims,
      OpenPeriods periods,
      Events events) {
    LockItems lock = new LockItems(stored.movements(), items);
    return new MoveGoods(stored, companies, lock, claims, periods, events);
  }

  @Bean
  OpeningStock openingStock(
      Stock stock, StockPagesJdbc pages, Companies companies, BusinessTime time) {
    return new TakeOverStock(stock, pages, companies, time);
  }
}
