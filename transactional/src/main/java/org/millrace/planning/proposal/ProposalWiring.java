package org.millrace.planning.proposal;

import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.planning.policy.ItemPolicies;
import org.millrace.production.Production;
import org.millrace.purchasing.Purchasing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProposalWiring {
  @Bean
  TakePlan takePlan(Proposals proposals, Items items, Events events) {
    return new TakePlan(proposals, items, events);
  }

  @Bean
  DecideProposal decideProposal(
      Companies companies,
      Proposals proposals,
      ItemPolicies policies,
      Purchasing purchasing,
      Production production,
      Events events) {
    return new DecideProposal(companies, proposals, policies, purchasing, production, events);
  }
}
