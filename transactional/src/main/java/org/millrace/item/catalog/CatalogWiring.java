package org.millrace.item.catalog;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.item.Item;
import org.millrace.item.ItemGroup;
import org.millrace.item.MovedItems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogWiring {
  @Bean
  Documents<Item> registeredItems(DocumentStores stores) {
    return stores.of(Item.KIND);
  }

  @Bean
  RegisterItems items(Documents<Item> registered, Documents<ItemGroup> groups, MovedItems moved) {
    return new RegisterItems(registered, groups, moved);
  }
}
