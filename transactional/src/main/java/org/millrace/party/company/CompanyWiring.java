package org.millrace.party.company;

import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CompanyWiring {
  @Bean
  Companies companies(CompaniesJdbc companies, Events events) {
    return new OpenBooks(companies, events);
  }
}
