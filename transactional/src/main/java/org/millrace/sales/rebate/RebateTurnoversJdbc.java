package org.millrace.sales.rebate;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.millrace.sales.InvoiceNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.tax.TaxCodeName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RebateTurnoversJdbc implements RebateTurnovers {
  private final JdbcClient jdbc;

  RebateTurnoversJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Counted> counted(CompanyCode company, RebateNumber agreement, LocalDate until) {
    return jdbc.sql(
            """
            select c.document, c.tax_code, sum(c.turnover) as turnover
            from sales.rebate_turnover c
            where c.company = :company and c.agreement = :agreement and c.invoice_date <= :until
            group by c.document, c.tax_code
            order by c.document, c.tax_code
            """)
        .param("company", company.value())
        .param("agreement", agreement.value())
        .param("until", until)
        .query(
            (row, index) ->
                new Counted(
                    new InvoiceNumber(row.getString("document")),
                    Optional.ofNullable(row.getString("tax_code")).map(TaxCodeName::new),
                    row.getBigDecimal("turnover")))
        .list();
  }

  @Override
  public void keep(
      CompanyCode company, RebateNumber agreement, Collection<InvoiceNumber> documents) {
    jdbc.sql(
            """
            insert into sales.rebate_settled(company, agreement, document)
            select :company, :agreement, unnest(:documents)
            """)
        .param("company", company.value())
        .param("agreement", agreement.value())
        .param("documents", documents.stream().map(InvoiceNumber::value).toArray(String[]::new))
        .update();
  }

  @Override
  public void forget(CompanyCode company, RebateNumber agreement) {
    jdbc.sql("delete from sales.rebate_settled where company = :company and agreement = :agreement")
        .param("company", company.value())
        .param("agreement", agreement.value())
        .update();
  }

  @Override
  public List<InvoiceNumber> kept(CompanyCode company, RebateNumber agreement) {
    return jdbc.sql(
            """
            select document from sales.rebate_settled
            where company = :company and agreement = :agreement
            """)
        .param("company", company.value())
        .param("agreement", agreement.value())
        .query((row, index) -> new InvoiceNumber(row.getString("document")))
        .list();
  }
}
