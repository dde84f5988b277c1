package org.millrace.sales.delivery;

import org.millrace.item.ItemCode;
import org.millrace.sales.InvoiceNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class IssuedGoodsJdbc implements IssuedGoods {
  private final JdbcClient jdbc;

  IssuedGoodsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public DocumentRef of(CompanyCode company, InvoiceNumber invoice, ItemCode item) {
    return jdbc.sql(
            """
            select d.number from sales.invoice i
            join sales.delivery d on d.company = i.company and d.order_number = i.order_number
            join sales.delivery_line l on l.company = d.company and l.number = d.number
            where i.company = ? and i.number = ? and l.item = ?
            order by d.delivery_date desc, d.number desc limit 1
            """)
        .params(company.value(), invoice.value(), item.value())
        .query((row, n) -> new DocumentRef("sales", "delivery", row.getString("number")))
        .optional()
        .orElseGet(() -> new DocumentRef("sales", "invoice", invoice.value()));
  }
}
