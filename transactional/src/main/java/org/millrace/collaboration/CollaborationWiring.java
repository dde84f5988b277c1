package org.millrace.collaboration;

import org.millrace.document.DocumentStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CollaborationWiring {
  @Bean
  Subjects subjects(DocumentStores stores) {
    return new Subjects(stores);
  }
}
