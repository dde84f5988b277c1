package org.millrace.paper.print;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.PathItem;
import org.millrace.collaboration.KeepFiles;
import org.millrace.document.DocumentStores;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.settings.CoreSettings;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "printedPapersWiring", proxyBeanMethods = false)
class PrintWiring {
  @Bean
  Templates templates(CoreSettings settings) {
    return new Templates(settings.papers());
  }

  @Bean
  PrintDocuments printDocuments(
      DocumentStores stores,
      Companies companies,
      Parties parties,
      KeepFiles files,
      Templates templates) {
    return new PrintDocuments(stores, companies, parties, files, templates);
  }

  /** The description says of which kinds there are papers. */
  @Bean
  GlobalOpenApiCustomizer describedPapers(PrintDocuments print) {
    return api -> {
      PathItem papers = requireNonNull(api.getPaths().get(PrintsHttp.PATH), PrintsHttp.PATH);
      papers.getGet().addExtension("x-kinds", print.kinds());
    };
  }
}
