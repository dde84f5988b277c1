package org.millrace.bank.run;

import org.millrace.bank.account.KeepAccounts;
import org.millrace.bank.booking.PayableItems;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "paymentRunWiring", proxyBeanMethods = false)
class RunWiring {
  @Bean
  Documents<PaymentRun> paymentRuns(DocumentStores stores) {
    return stores.of(PaymentRun.KIND);
  }

  @Bean
  CollectBills collectBills(Documents<PaymentRun> runs, KeepAccounts accounts, PayableItems items) {
    return new CollectBills(runs, accounts, items);
  }

  @Bean
  DetailsOfRuns detailsOfRuns(Documents<PaymentRun> runs) {
    return new DetailsOfRuns(runs);
  }
}
