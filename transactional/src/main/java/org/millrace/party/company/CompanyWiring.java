package org.millrace.party.company;

import org.millrace.outbox.Events;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CompanyWiring {
  @Bean
  OpenBooks companies(CompaniesJdbc companies, Events events) {
    return new OpenBooks(companies, events);
  }
}
