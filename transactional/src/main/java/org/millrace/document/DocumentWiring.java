package org.millrace.document;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.millrace.database.BulkRows;
import org.millrace.document.number.DocumentNumbers;
import org.millrace.document.verb.LockedDocument;
import org.millrace.outbox.Events;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class DocumentWiring implements WebMvcConfigurer {
  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Versioned.class);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new LockedDocument());
  }

  @Bean
  DocumentStores documentStores(
      JdbcTemplate jdbc, BulkRows bulk, DocumentNumbers numbers, Events events) {
    List<DocumentKind<?>> kinds = new CopyOnWriteArrayList<>();
    return new DocumentStores() {
      @Override
      public <T extends Record> Documents<T> of(DocumentKind<T> kind) {
        kinds.add(kind);
        return new DocumentsJdbc<>(kind, jdbc, bulk, numbers, events);
      }

      @Override
      public List<DocumentKind<?>> kinds() {
        return List.copyOf(kinds);
      }
    };
  }

  /** Tells the filters of each list, and what a verb needs, in the description of the API. */
  @Bean
  GlobalOperationCustomizer describedLists() {
    return (operation, handler) -> {
      boolean isList = handler.getMethod().getName().equals("list");
      if (isList
          && handler.createWithResolvedBean().getBean() instanceof DetailedEndpoints<?, ?, ?> d) {
        DescribeLists.describe(operation, d.kind());
      }
      LockedDocument.describe(operation, handler);
      return operation;
    };
  }
}
