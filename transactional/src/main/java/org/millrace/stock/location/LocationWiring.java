package org.millrace.stock.location;

import org.millrace.item.Items;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LocationWiring {
  @Bean
  WhenCompanyOpened mainLocation(LocationsJdbc locations) {
    return new WhenCompanyOpened(locations);
  }

  @Bean
  Places places(LocationsJdbc locations, Items items) {
    return new Places(locations, items);
  }
}
