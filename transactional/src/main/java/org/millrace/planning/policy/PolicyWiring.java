package org.millrace.planning.policy;

import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.millrace.party.Parties;
import org.millrace.planning.settings.CompanySettings;
import org.millrace.production.LeadTimes;
import org.millrace.supply.DefaultTerms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PolicyWiring {
  @Bean
  SetItemPolicy setItemPolicy(
      ItemPoliciesJdbc policies, Items items, Parties parties, Events events) {
    return new SetItemPolicy(policies, items, parties, events);
  }

  @Bean
  LeadTimes leadTimes(ItemPolicies policies, CompanySettings settings) {
    return new LeadTimesOfPolicies(policies, settings);
  }

  @Bean
  DefaultTerms defaultTerms(ItemPolicies policies, CompanySettings settings) {
    return new TermsOfPolicies(policies, settings);
  }
}
