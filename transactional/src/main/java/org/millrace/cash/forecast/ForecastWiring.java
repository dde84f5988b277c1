package org.millrace.cash.forecast;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "cashForecastWiring", proxyBeanMethods = false)
class ForecastWiring {
  @Bean
  Documents<CashForecast> cashForecasts(DocumentStores stores) {
    return stores.of(CashForecast.KIND);
  }
}
