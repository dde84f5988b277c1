package org.millrace.dimension.master;

import org.millrace.dimension.Dimension;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.item.ItemGroup;
import org.millrace.party.Parties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DimensionWiring {
  @Bean
  Documents<Dimension> dimensionMasters(DocumentStores stores) {
    return stores.of(Dimension.KIND);
  }

  @Bean
  KeepDimensions keepDimensions(
      Documents<Dimension> dimensions, Documents<ItemGroup> groups, Parties parties) {
    return new KeepDimensions(dimensions, groups, parties);
  }
}
