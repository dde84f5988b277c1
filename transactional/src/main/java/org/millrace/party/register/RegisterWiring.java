package org.millrace.party.register;

import org.millrace.outbox.Events;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegisterWiring {
  @Bean
  RegisterParties parties(PartiesJdbc parties, Events events) {
    return new RegisterParties(parties, events);
  }
}
