package org.millrace.price.quote;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QuoteWiring {
  @Bean
  QuotePrices prices(Offers offers) {
    return new QuotePrices(offers);
  }
}
