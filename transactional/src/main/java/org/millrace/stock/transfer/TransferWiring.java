package org.millrace.stock.transfer;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.millrace.stock.Stock;
import org.millrace.stock.location.Places;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TransferWiring {
  @Bean
  Documents<Transfer> transfers(DocumentStores stores) {
    return stores.of(Transfer.KIND);
  }

  @Bean
  TransferGoods transferGoods(
      Documents<Transfer> transfers, Companies companies, Places places, Stock stock) {
    return new TransferGoods(transfers, companies, places, stock);
  }
}
