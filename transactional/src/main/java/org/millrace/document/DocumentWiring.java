package org.millrace.document;

import org.millrace.database.BulkRows;
import org.millrace.document.number.DocumentNumbers;
import org.millrace.outbox.Events;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
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

  /** Tells the filters of each list in the description of the API. */
  @Bean
  GlobalOperationCustomizer describedLists() {
    return (operation, handler) -> {
      boolean isList = handler.getMethod().getName().equals("list");
      if (isList
          && handler.createWithResolvedBean().getBean() instanceof DocumentEndpoints<?, ?> d) {
        DescribeLists.describe(operation, d.kind());
      }
      return operation;
    };
  }
}
