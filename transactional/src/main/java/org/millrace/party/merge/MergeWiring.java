package org.millrace.party.merge;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.millrace.party.Party;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MergeWiring {
  @Bean
  Documents<PartyMerge> partyMerges(DocumentStores stores) {
    return stores.of(PartyMerge.KIND);
  }

  @Bean
  MergeParties mergeParties(
      Documents<PartyMerge> merges, Documents<Party> parties, Companies companies) {
    return new MergeParties(merges, parties, companies);
  }
}
