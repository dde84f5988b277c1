package org.millrace.supply.promise;

import org.millrace.item.Items;
import org.millrace.stock.Outlook;
import org.millrace.supply.DefaultTerms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PromiseWiring {
  @Bean
  PromiseGoods promiseGoods(Items items, Outlook outlook, DefaultTerms terms) {
    return new PromiseGoods(items, outlook, terms);
  }
}
