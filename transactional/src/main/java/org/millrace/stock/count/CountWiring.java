package org.millrace.stock.count;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.millrace.stock.Stock;
import org.millrace.stock.location.Places;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CountWiring {
  @Bean
  Documents<Count> counts(DocumentStores stores) {
    return stores.of(Count.KIND);
  }

  @Bean
  CountGoods countGoods(Documents<Count> counts, Companies companies, Places places, Stock stock) {
    CountSheet sheet = new CountSheet(companies, places, stock);
    return new CountGoods(counts, companies, sheet, new BookDifferences(sheet, stock));
  }
}
