package org.millrace.purchasing.tolerance;

import org.millrace.outbox.Events;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ToleranceWiring {
  @Bean
  SetTolerance setTolerance(TolerancesJdbc tolerances, Events events) {
    return new SetTolerance(tolerances, events);
  }
}
