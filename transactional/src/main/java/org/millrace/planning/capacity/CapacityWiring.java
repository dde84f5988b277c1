package org.millrace.planning.capacity;

import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CapacityWiring {
  @Bean
  SetCapacity setCapacity(CapacityJdbc capacity, Items items, Events events) {
    return new SetCapacity(capacity, items, events);
  }
}
