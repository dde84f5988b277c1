package org.millrace.purchasing.consignment;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.item.Items;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.stock.Location;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConsignmentWiring {
  @Bean
  Documents<Consignment> consignments(DocumentStores stores) {
    return stores.of(Consignment.KIND);
  }

  @Bean
  KeepConsignments keepConsignments(
      Documents<Consignment> consignments,
      Companies companies,
      Parties parties,
      Items items,
      Documents<Location> locations,
      BuyConsigned goods) {
    return new KeepConsignments(
        consignments, new KeepConsignments.Masters(companies, parties, items, locations), goods);
  }
}
