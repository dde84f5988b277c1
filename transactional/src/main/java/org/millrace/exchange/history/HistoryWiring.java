package org.millrace.exchange.history;

import java.time.Clock;
import org.millrace.exchange.gather.RowsAside;
import org.millrace.exchange.mapping.Mappings;
import org.millrace.exchange.run.ImportRuns;
import org.millrace.item.Items;
import org.millrace.ledger.Ledger;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.sales.Invoicing;
import org.millrace.stock.Stock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HistoryWiring {
  @Bean
  PostPieces postPieces(
      Parties parties, Items items, Stock stock, Invoicing invoicing, Ledger ledger) {
    return new PostPieces(parties, items, stock, invoicing, ledger);
  }

  @Bean
  PostChunk postChunk(
      Companies companies,
      PostPieces postPieces,
      PostedPieces postedPieces,
      Ledger ledger,
      Clock clock) {
    return new PostChunk(companies, postPieces, postedPieces, new CompareBooks(ledger), clock);
  }

  @Bean
  ImportSalesHistory importSalesHistory(
      Mappings mappings,
      ImportRuns runs,
      PostChunk postChunk,
      RowsAside.Start rowsAside,
      Clock clock) {
    return new ImportSalesHistory(mappings, runs, postChunk, rowsAside, clock);
  }
}
