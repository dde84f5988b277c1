package org.millrace.sales.rebate;

import org.millrace.currency.Rates;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.item.ItemGroup;
import org.millrace.item.Items;
import org.millrace.party.Companies;
import org.millrace.sales.Invoice;
import org.millrace.sales.Invoicing;
import org.millrace.sales.master.SalesMasters;
import org.millrace.tax.Taxes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RebateWiring {
  @Bean
  Documents<RebateAgreement> rebateAgreements(DocumentStores stores) {
    return stores.of(RebateAgreement.KIND);
  }

  @Bean
  EarnRebates earnRebates(RebateTurnovers turnovers, Taxes taxes) {
    return new EarnRebates(turnovers, taxes);
  }

  @Bean
  KeepRebates.Masters mastersOfRebates(
      SalesMasters sales, Items items, Documents<ItemGroup> groups, Taxes taxes) {
    return new KeepRebates.Masters(sales, items, groups, taxes);
  }

  @Bean
  KeepRebates keepRebates(
      Companies companies,
      Documents<RebateAgreement> agreements,
      KeepRebates.Masters masters,
      EarnRebates earn,
      Rates rates) {
    return new KeepRebates(companies, agreements, masters, earn, rates);
  }

  @Bean
  SettleRebates settleRebates(
      Companies companies,
      Documents<RebateAgreement> agreements,
      Documents<Invoice> invoices,
      Invoicing invoicing,
      EarnRebates earn,
      RebateTurnovers turnovers) {
    return new SettleRebates(companies, agreements, invoices, invoicing, earn, turnovers);
  }

  @Bean
  RebatesHttp.Acts actsOfRebates(KeepRebates keep, SettleRebates settle, EarnRebates earn) {
    return new RebatesHttp.Acts(keep, settle, earn);
  }
}
