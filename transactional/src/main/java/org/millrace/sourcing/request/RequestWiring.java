package org.millrace.sourcing.request;

import org.millrace.currency.Rates;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.item.Items;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.purchasing.Purchasing;
import org.millrace.sourcing.RequestForQuotation;
import org.millrace.sourcing.Requisition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "requestForQuotationWiring", proxyBeanMethods = false)
class RequestWiring {
  @Bean
  Documents<RequestForQuotation> requestsForQuotation(DocumentStores stores) {
    return stores.of(RequestForQuotation.KIND);
  }

  @Bean
  IssueRequest issueRequest(
      Documents<RequestForQuotation> requests, Companies companies, Parties parties, Items items) {
    return new IssueRequest(requests, companies, parties, items);
  }

  @Bean
  RequestsHttp.Verbs verbsOfRequests(
      Documents<RequestForQuotation> requests,
      Documents<Requisition> requisitions,
      Companies companies,
      Rates rates,
      Purchasing purchasing,
      IssueRequest issue) {
    return new RequestsHttp.Verbs(
        issue,
        new AnswerRequest(requests, companies, rates, issue),
        new AwardRequest(requests, requisitions, companies, purchasing));
  }
}
