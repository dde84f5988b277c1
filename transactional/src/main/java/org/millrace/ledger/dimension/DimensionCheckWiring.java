package org.millrace.ledger.dimension;

import org.millrace.dimension.Dimensions;
import org.millrace.outbox.EventHandler;
import org.millrace.purchasing.OrderChanged;
import org.millrace.purchasing.OrderPlaced;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DimensionCheckWiring {
  @Bean
  EventHandler<OrderPlaced> checkDimensionsOfOrders(Dimensions dimensions) {
    return new CheckOrderDimensions<>(OrderPlaced.class, OrderPlaced::order, dimensions);
  }

  @Bean
  EventHandler<OrderChanged> checkDimensionsOfChangedOrders(Dimensions dimensions) {
    return new CheckOrderDimensions<>(OrderChanged.class, OrderChanged::order, dimensions);
  }
}
