package org.millrace.process;

import org.millrace.document.DocumentStores;
import org.millrace.settings.DomainFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProcessWiring {
  @Bean
  StateMachines stateMachines(DocumentStores stores) {
    return StateMachines.of(stores.kinds(), DomainFiles.in("process"));
  }
}
