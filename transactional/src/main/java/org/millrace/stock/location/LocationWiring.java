package org.millrace.stock.location;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.item.Items;
import org.millrace.stock.Location;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LocationWiring {
  @Bean
  Documents<Location> locations(DocumentStores stores) {
    return stores.of(Location.KIND);
  }

  @Bean
  AddLocations addLocations(Documents<Location> locations) {
    return new AddLocations(locations);
  }

  @Bean
  WhenCompanyOpened mainLocation(AddLocations locations) {
    return new WhenCompanyOpened(locations);
  }

  @Bean
  Places places(Documents<Location> locations, Items items) {
    return new Places(locations, items);
  }
}
