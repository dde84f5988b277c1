package org.millrace.exchange.export;

import org.millrace.exchange.reject.Rejects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExportWiring {
  @Bean
  RejectedRows rejectedRows(Rejects rejects) {
    return new RejectedRows(rejects);
  }
}
