package org.millrace.paper.print;

import org.millrace.collaboration.KeepFiles;
import org.millrace.document.DocumentStores;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "printedPapersWiring", proxyBeanMethods = false)
class PrintWiring {
  @Bean
  PrintDocuments printDocuments(
      DocumentStores stores, Companies companies, Parties parties, KeepFiles files) {
    return new PrintDocuments(stores, companies, parties, files);
  }
}
