package org.millrace.item.catalog;

import org.millrace.outbox.Events;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogWiring {
  @Bean
  RegisterItems items(ItemsJdbc items, Events events) {
    return new RegisterItems(items, events);
  }
}
