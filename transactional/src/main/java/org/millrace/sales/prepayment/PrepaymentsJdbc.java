package org.millrace.sales.prepayment;

import java.math.BigDecimal;
import java.util.List;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PrepaymentsJdbc implements Prepayments {
  private final JdbcClient jdbc;

  PrepaymentsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<InvoiceNumber> of(CompanyCode company, OrderNumber order) {
    return jdbc.sql(
            """
            select number from sales.invoice i
            where company = ? and order_number = ? and purpose = 'prepayment'
              and kind = 'invoice' and not exists (
                select from sales.invoice c where c.company = i.company and c.credits = i.number)
            order by number
            """)
        .params(company.value(), order.value())
        .query((row, n) -> new InvoiceNumber(row.getString("number")))
        .list();
  }

  @Override
  public BigDecimal deducted(CompanyCode company, InvoiceNumber prepayment) {
    return jdbc.sql(
            """
            select coalesce(sum(coalesce(foreign_base + foreign_amount, base + tax)), 0)
            from sales.invoice_prepaid
            where company = ? and invoice = ?
            """)
        .params(company.value(), prepayment.value())
        .query(BigDecimal.class)
        .single();
  }
}
