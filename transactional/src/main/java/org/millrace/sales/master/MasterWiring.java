package org.millrace.sales.master;

import org.millrace.currency.Rates;
import org.millrace.dimension.Dimensions;
import org.millrace.document.Documents;
import org.millrace.item.Items;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.price.Prices;
import org.millrace.stock.Location;
import org.millrace.tax.determination.TaxDetermination;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "salesMasterWiring", proxyBeanMethods = false)
class MasterWiring {
  @Bean
  SalesMasters salesMasters(
      Companies companies, Parties parties, Items items, Documents<Location> locations) {
    return new SalesMasters(companies, parties, items, locations);
  }

  @Bean
  FillLines fillSalesLines(
      Companies companies,
      Parties parties,
      Items items,
      Prices prices,
      TaxDetermination taxes,
      Dimensions dimensions) {
    return new FillLines(companies, parties, items, prices, taxes, dimensions);
  }

  @Bean
  AgreedCurrency agreedSalesCurrency(Companies companies, Parties parties, Rates rates) {
    return new AgreedCurrency(companies, parties, rates);
  }

  @Bean
  AgreedTerms agreedSalesTerms(Companies companies, Parties parties) {
    return new AgreedTerms(companies, parties);
  }
}
