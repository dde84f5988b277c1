package org.millrace.item.group;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.item.Item;
import org.millrace.item.ItemGroup;
import org.millrace.item.MovedItems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GroupWiring {
  @Bean
  Documents<ItemGroup> itemGroups(DocumentStores stores) {
    return stores.of(ItemGroup.KIND);
  }

  @Bean
  GroupItems groupItems(Documents<ItemGroup> groups, Documents<Item> items, MovedItems moved) {
    return new GroupItems(groups, items, moved);
  }
}
