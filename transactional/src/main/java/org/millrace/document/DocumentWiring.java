package org.millrace.document;

import org.millrace.database.BulkRows;
import org.millrace.outbox.Events;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class DocumentWiring {
  @Bean
  DocumentStores documentStores(
      JdbcTemplate jdbc, BulkRows bulk, DocumentNumbers numbers, Events events) {
    return new DocumentStores() {
      @Override
      public <T extends Record> Documents<T> of(DocumentKind<T> kind) {
        return new DocumentsJdbc<>(kind, jdbc, bulk, numbers, events);
      }
    };
  }
}
