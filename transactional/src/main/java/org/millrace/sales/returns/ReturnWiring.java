package org.millrace.sales.returns;

import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.millrace.sales.Invoice;
import org.millrace.sales.invoice.CreditInvoice;
import org.millrace.sales.master.SalesMasters;
import org.millrace.stock.Stock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "salesReturnWiring", proxyBeanMethods = false)
class ReturnWiring {
  @Bean
  Documents<GoodsReturn> goodsReturns(DocumentStores stores) {
    return stores.of(GoodsReturn.KIND);
  }

  @Bean
  HandleReturns handleReturns(
      Companies companies,
      Documents<GoodsReturn> returns,
      Documents<Invoice> invoices,
      SalesMasters masters,
      CreditInvoice credit,
      Stock stock) {
    return new HandleReturns(companies, returns, invoices, masters, credit, stock);
  }
}
