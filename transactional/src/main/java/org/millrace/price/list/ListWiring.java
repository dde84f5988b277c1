package org.millrace.price.list;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.item.Items;
import org.millrace.party.Parties;
import org.millrace.price.PriceList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "priceListWiring", proxyBeanMethods = false)
class ListWiring {
  @Bean
  Documents<PriceList> priceLists(DocumentStores stores) {
    return stores.of(PriceList.KIND);
  }

  @Bean
  KeepPriceLists keepPriceLists(Documents<PriceList> lists, Parties parties, Items items) {
    return new KeepPriceLists(lists, parties, items);
  }
}
