package org.millrace.planning.forecast;

import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OverrideWiring {
  @Bean
  OverrideForecast overrideForecast(Overrides overrides, Items items, Events events) {
    return new OverrideForecast(overrides, items, events);
  }
}
