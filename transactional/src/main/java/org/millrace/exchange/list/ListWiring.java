package org.millrace.exchange.list;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.millrace.document.DetailedEndpoints;
import org.millrace.document.DocumentStores;
import org.millrace.document.DocumentVerb;
import org.millrace.document.custom.CustomFields;
import org.millrace.document.together.NamedMasters;
import org.millrace.exchange.gather.RowsAside;
import org.millrace.exchange.mapping.Mappings;
import org.millrace.exchange.run.ImportRuns;
import org.millrace.party.Companies;
import org.millrace.planning.verbs.Overriding;
import org.millrace.planning.verbs.Policies;
import org.millrace.stock.OpeningStock;
import org.millrace.web.BusinessTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ListWiring {
  @Bean
  RowReader rowReader(JsonMapper json) {
    return new RowReader(json);
  }

  @Bean
  ImportList importList(
      ImportRuns runs, Mappings mappings, Companies companies, RowsAside.Start rowsAside) {
    return new ImportList(runs, mappings, companies, rowsAside);
  }

  @Bean
  DocumentsList.Stores listStores(
      RowsTakenJdbc taken, DocumentsMadeJdbc made, CustomFields custom, DocumentStores stores) {
    return new DocumentsList.Stores(taken, made, custom, new NamedMasters(stores));
  }

  /** The lists of this package, and of each kind what people record and do to one. */
  @Bean
  ImportedList.All allLists(
      List<ImportedList> lists,
      ObjectProvider<DetailedEndpoints<?, ?, ?>> kinds,
      List<DocumentVerb<?>> verbs,
      DocumentStores documents,
      RowReader reader,
      DocumentsList.Stores stores) {
    List<ImportedList> all = new ArrayList<>(lists);
    kinds
        .orderedStream()
        .flatMap(kind -> kind.recording().stream())
        .filter(DocumentsList::isTable)
        .forEach(recording -> all.add(new DocumentsList<>(recording, reader, stores)));
    Stream.concat(kinds.orderedStream().flatMap(kind -> kind.verbs().stream()), verbs.stream())
        .filter(VerbList::isTable)
        .forEach(
            verb ->
                all.add(new VerbList<>(verb, reader, stores, documents.named(verb.kind().name()))));
    return new ImportedList.All(all);
  }

  @Bean
  UndoRun undoRun(
      ObjectProvider<DetailedEndpoints<?, ?, ?>> kinds, RowReader reader, DocumentsMadeJdbc made) {
    return new UndoRun(
        kinds.orderedStream().flatMap(kind -> kind.verbs().stream()).toList(), reader, made);
  }

  @Bean
  ImportedList policiesList(
      Policies policies, Companies companies, RowReader reader, BusinessTime time) {
    return new PoliciesList(policies, companies, reader, time);
  }

  @Bean
  ImportedList overridesList(Overriding overriding, RowReader reader, BusinessTime time) {
    return new OverridesList(overriding, reader, time);
  }

  @Bean
  ImportedList openingStockList(
      OpeningStock opening, Companies companies, RowReader reader, RowsTakenJdbc taken) {
    return new OpeningStockList(opening, companies, reader, taken);
  }
}
