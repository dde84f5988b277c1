package org.millrace.sales.shipment;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.millrace.sales.delivery.DeliveredGoods;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ShipmentWiring {
  @Bean
  Documents<Shipment> shipments(DocumentStores stores) {
    return stores.of(Shipment.KIND);
  }

  @Bean
  SendGoods sendGoods(
      Companies companies,
      Documents<Shipment> shipments,
      Documents<DeliveredGoods> deliveries,
      DispatchJdbc dispatch) {
    return new SendGoods(companies, shipments, deliveries, dispatch);
  }
}
