package org.millrace.paper.fapiao;

import java.util.Optional;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.paper.Fapiao;
import org.millrace.paper.FapiaoGateway;
import org.millrace.party.Parties;
import org.millrace.purchasing.SupplierInvoice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FapiaoWiring {
  @Bean
  Documents<Fapiao> fapiao(DocumentStores stores) {
    return stores.of(Fapiao.KIND);
  }

  /** The gateway that a firm brought is asked; without one nobody is. */
  @Bean
  RecordFapiao recordFapiao(
      Documents<Fapiao> fapiao,
      Documents<SupplierInvoice> bills,
      Parties parties,
      ObjectProvider<FapiaoGateway> gateway) {
    return new RecordFapiao(
        fapiao, bills, parties, gateway.getIfAvailable(() -> (company, one) -> Optional.empty()));
  }
}
