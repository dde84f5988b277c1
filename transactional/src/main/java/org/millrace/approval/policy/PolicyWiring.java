package org.millrace.approval.policy;

import org.millrace.approval.ApprovalPolicy;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.web.approval.Callers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PolicyWiring {
  @Bean
  Documents<ApprovalPolicy> approvalPolicies(DocumentStores stores) {
    return stores.of(ApprovalPolicy.KIND);
  }

  @Bean
  SetPolicies setPolicies(Documents<ApprovalPolicy> policies, Callers callers) {
    return new SetPolicies(policies, callers);
  }
}
