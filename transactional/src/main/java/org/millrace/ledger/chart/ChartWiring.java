package org.millrace.ledger.chart;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.ledger.ChartAccount;
import org.millrace.ledger.Charts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "ledgerChartWiring", proxyBeanMethods = false)
class ChartWiring {
  @Bean
  Documents<ChartAccount> chartAccounts(DocumentStores stores) {
    return stores.of(ChartAccount.KIND);
  }

  @Bean
  KeepChart keepChart(Documents<ChartAccount> accounts, Charts charts, OwnCharts own) {
    return new KeepChart(accounts, charts, own);
  }
}
