package org.millrace.approval.delegation;

import org.millrace.approval.Delegation;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.millrace.web.approval.Callers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DelegationWiring {
  @Bean
  Documents<Delegation> delegations(DocumentStores stores) {
    return stores.of(Delegation.KIND);
  }

  @Bean
  Delegate delegate(Documents<Delegation> delegations, Companies companies, Callers callers) {
    return new Delegate(delegations, companies, callers);
  }
}
