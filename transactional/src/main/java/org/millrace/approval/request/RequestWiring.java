package org.millrace.approval.request;

import org.millrace.approval.ApprovalPolicy;
import org.millrace.approval.ApprovalRequest;
import org.millrace.approval.Delegation;
import org.millrace.collaboration.Subject;
import org.millrace.collaboration.follow.Followers;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.millrace.shared.EventHead;
import org.millrace.web.approval.Callers;
import org.millrace.web.approval.StoredCommands;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RequestWiring {
  @Bean
  Documents<ApprovalRequest> approvalRequests(DocumentStores stores) {
    return stores.of(ApprovalRequest.KIND);
  }

  @Bean
  DecideRequests decideRequests(
      Documents<ApprovalRequest> requests,
      Companies companies,
      Documents<ApprovalPolicy> policies,
      Deciders deciders,
      StoredCommands commands,
      Telling telling) {
    return new DecideRequests(
        requests, companies, new AskApproval(policies), deciders, commands, telling);
  }

  @Bean
  Deciders deciders(Callers callers, Documents<Delegation> delegations) {
    return new DecidersByRole(callers, delegations);
  }

  /** Who is told follows the request, and finds what happens to it in the inbox. */
  @Bean
  Telling telling(Followers followers) {
    return (company, number, user, from) ->
        followers.add(
            new Subject(
                company,
                ApprovalRequest.KIND.name(),
                number.value(),
                EventHead.aggregateId("request", company, number.value())),
            user,
            from);
  }
}
