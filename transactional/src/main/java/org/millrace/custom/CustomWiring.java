package org.millrace.custom;

import org.millrace.document.custom.CustomReferences;
import org.millrace.item.Items;
import org.millrace.party.Parties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CustomWiring {
  @Bean
  CustomReferences customReferences(Parties parties, Items items) {
    return new RegisteredReferences(parties, items);
  }
}
