package org.millrace.chain;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import org.millrace.document.DocumentStores;
import org.millrace.settings.DomainFiles;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class ChainWiring {
  @Bean
  LinkedKinds linkedKinds() {
    return LinkedKinds.of(DomainFiles.in("chain"));
  }

  @Bean
  LinkedDocuments linkedDocuments(LinkedKinds kinds, JdbcTemplate jdbc, DocumentStores stores) {
    LinkedDocumentsJdbc documents = new LinkedDocumentsJdbc(kinds, jdbc);
    documents.check();
    return new SeenLinkedDocuments(documents, stores);
  }

  @Bean
  FollowLinks followLinks(LinkedKinds kinds, LinkedDocuments documents) {
    return new FollowLinks(kinds, documents);
  }

  @Bean
  FindDocuments findDocuments(LinkedKinds kinds, LinkedDocuments documents) {
    return new FindDocuments(kinds, documents);
  }

  @Bean
  LatestDocuments latestDocuments(LinkedKinds kinds, LinkedDocuments documents) {
    return new LatestDocuments(kinds, documents);
  }

  /** The description says of which kinds there are chains. */
  @Bean
  GlobalOpenApiCustomizer describedChains(LinkedKinds kinds) {
    return api ->
        api.getComponents()
            .getSchemas()
            .forEach(
                (name, schema) -> {
                  if (name.endsWith("ChainMember")) {
                    tell(schema, kinds);
                  }
                });
  }

  /** With a schema of its own: texts that say no more share one. */
  private static void tell(Schema<?> member, LinkedKinds kinds) {
    StringSchema kind = new StringSchema();
    kinds.byName().keySet().forEach(kind::addEnumItem);
    member.addProperty("kind", kind);
  }
}
