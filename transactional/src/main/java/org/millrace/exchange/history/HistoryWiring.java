package org.millrace.exchange.history;

import java.time.Clock;
import javax.sql.DataSource;
import org.millrace.database.Transactions;
import org.millrace.exchange.mapping.Mappings;
import org.millrace.exchange.reject.Rejects;
import org.millrace.item.Items;
import org.millrace.ledger.Ledger;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.sales.Invoicing;
import org.millrace.settings.CoreSettings;
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
      Rejects rejects,
      Ledger ledger) {
    return new PostChunk(companies, postPieces, postedPieces, rejects, new CompareBooks(ledger));
  }

  @Bean
  ImportSalesHistory importSalesHistory(
      Mappings mappings,
      Rejects rejects,
      PostChunk postChunk,
      Transactions transactions,
      DataSource database,
      Clock clock,
      CoreSettings settings) {
    return new ImportSalesHistory(
        mappings,
        rejects,
        postChunk,
        transactions,
        () -> new SeenRowsJdbc(database),
        clock,
        settings.imports());
  }
}
