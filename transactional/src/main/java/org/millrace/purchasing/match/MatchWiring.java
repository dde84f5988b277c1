package org.millrace.purchasing.match;

import org.millrace.document.Documents;
import org.millrace.purchasing.receipt.ReceivedGoods;
import org.millrace.stock.Stock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "purchaseMatchWiring", proxyBeanMethods = false)
class MatchWiring {
  @Bean
  ClearGoods clearGoods(Documents<ReceivedGoods> receipts, Matches matches, Stock stock) {
    return new ClearGoods(receipts, matches, stock);
  }
}
