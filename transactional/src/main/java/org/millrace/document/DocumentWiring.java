package org.millrace.document;

import io.swagger.v3.oas.models.Operation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.millrace.database.BulkRows;
import org.millrace.database.OwnerTransactions;
import org.millrace.document.custom.CustomFields;
import org.millrace.document.custom.DescribeCustom;
import org.millrace.document.list.DescribeLists;
import org.millrace.document.list.ListOf;
import org.millrace.document.number.DocumentNumbers;
import org.millrace.document.search.SearchIndexes;
import org.millrace.document.together.DocumentsTogether;
import org.millrace.document.verb.LockedDocument;
import org.millrace.outbox.Events;
import org.millrace.shared.Refused;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
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
      JdbcTemplate jdbc,
      BulkRows bulk,
      DocumentNumbers numbers,
      Events events,
      CustomFields custom,
      ObjectProvider<Hindrance> hindrances) {
    List<Documents<?>> stores = new CopyOnWriteArrayList<>();
    return new DocumentStores() {
      @Override
      public <T extends Record> Documents<T> of(DocumentKind<T> kind) {
        Documents<T> documents =
            new DocumentsTogether<>(
                new DocumentsJdbc<>(kind, jdbc, bulk, numbers, events, custom),
                numbers,
                events,
                custom,
                hindrances::stream);
        stores.add(documents);
        return documents;
      }

      @Override
      public List<DocumentKind<?>> kinds() {
        return stores.stream().<DocumentKind<?>>map(Documents::kind).toList();
      }

      @Override
      public Documents<?> named(String kind) {
        return stores.stream()
            .filter(documents -> documents.kind().name().equals(kind))
            .findFirst()
            .orElseThrow(() -> unknown(kind));
      }

      private Refused unknown(String kind) {
        return Refused.notFound(
            "There are no documents '%s'. There are %s."
                .formatted(kind, kinds().stream().map(DocumentKind::name).sorted().toList()));
      }
    };
  }

  /** Every kind that is there when the core starts has the index of its search. */
  @Bean
  SmartInitializingSingleton searchesHaveIndexes(
      DocumentStores stores, SearchIndexes indexes, OwnerTransactions transactions) {
    return () ->
        stores
            .kinds()
            .forEach(
                kind -> transactions.asOwner(() -> indexes.keep(kind.table(), kind.searchText())));
  }

  /** Every kind that people record has room for the custom fields of its documents. */
  @Bean
  SmartInitializingSingleton customFieldsHaveRoom(
      ObjectProvider<DetailedEndpoints<?, ?, ?>> kinds,
      CustomFields custom,
      OwnerTransactions transactions) {
    return () ->
        kinds.stream()
            .filter(DetailedEndpoints::hasCustomFields)
            .forEach(
                kind ->
                    transactions.asOwner(
                        () -> {
                          custom.keep(kind.kind());
                          return true;
                        }));
  }

  @Bean
  GlobalOpenApiCustomizer describedCustomFields() {
    return DescribeCustom::complete;
  }

  private static void describeList(Operation operation, DocumentKind<?> kind) {
    DescribeLists.describe(operation, kind.searched(), kind.sort(), kind.mapping().columns());
    DescribeLists.any(operation, ListFilter.TAG, "Tagged with any of these");
    kind.lineFilters()
        .forEach(
            (field, column) ->
                DescribeLists.any(operation, field, "Any of these in one of its lines", column));
  }

  /** Tells the filters of each list, and what a verb needs, in the description of the API. */
  @Bean
  GlobalOperationCustomizer describedLists() {
    return (operation, handler) -> {
      boolean isList = handler.getMethod().getName().equals("list");
      if (isList
          && handler.createWithResolvedBean().getBean() instanceof DetailedEndpoints<?, ?, ?> d) {
        describeList(operation, d.kind());
      }
      ListOf rows = handler.getMethodAnnotation(ListOf.class);
      if (rows != null) {
        DescribeLists.describe(operation, rows.value());
      }
      LockedDocument.describe(operation, handler);
      DescribeCustom.mark(operation, handler);
      return operation;
    };
  }
}
