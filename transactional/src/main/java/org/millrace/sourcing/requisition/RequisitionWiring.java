package org.millrace.sourcing.requisition;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.document.list.RowLists;
import org.millrace.item.Item;
import org.millrace.item.Items;
import org.millrace.party.Companies;
import org.millrace.purchasing.Purchasing;
import org.millrace.sourcing.Requisition;
import org.millrace.sourcing.request.IssueRequest;
import org.millrace.stock.Location;
import org.millrace.supply.DefaultTerms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RequisitionWiring {
  @Bean
  Documents<Requisition> requisitions(DocumentStores stores) {
    return stores.of(Requisition.KIND);
  }

  @Bean
  MakeRequisition makeRequisition(
      Documents<Requisition> requisitions,
      Companies companies,
      Items items,
      Documents<Location> locations) {
    return new MakeRequisition(requisitions, companies, items, locations);
  }

  @Bean
  RequestReorder requestReorder(
      RowLists lists,
      Companies companies,
      Documents<Item> items,
      DefaultTerms terms,
      MakeRequisition make) {
    return new RequestReorder(lists, companies, items, terms, make);
  }

  @Bean
  OrderRequisition orderRequisition(
      Documents<Requisition> requisitions,
      Companies companies,
      Purchasing purchasing,
      IssueRequest issue) {
    return new OrderRequisition(requisitions, companies, purchasing, issue);
  }
}
