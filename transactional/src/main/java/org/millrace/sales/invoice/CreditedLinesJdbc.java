package org.millrace.sales.invoice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.millrace.sales.InvoiceNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class CreditedLinesJdbc implements CreditedLines {
  private final JdbcTemplate jdbc;

  CreditedLinesJdbc(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<Integer, Quantity> of(CompanyCode company, InvoiceNumber number) {
    Map<Integer, Quantity> credited = new HashMap<>();
    jdbc.query(
        "select line, credited_quantity from sales.invoice_line where company = ? and number = ?",
        row -> {
          credited.put(row.getInt("line"), Quantity.of(row.getBigDecimal("credited_quantity")));
        },
        company.value(),
        number.value());
    return credited;
  }

  @Override
  public void add(CompanyCode company, InvoiceNumber number, Map<Integer, Quantity> quantities) {
    jdbc.batchUpdate(
        """
        update sales.invoice_line set credited_quantity = credited_quantity + ?
        where company = ? and number = ? and line = ?
        """,
        quantities.entrySet().stream()
            .map(
                e ->
                    new Object[] {
                      e.getValue().value(), company.value(), number.value(), e.getKey()
                    })
            .toList());
  }

  @Override
  public boolean isCredited(CompanyCode company, InvoiceNumber number) {
    return !jdbc.queryForList(
            "select number from sales.invoice where company = ? and credits = ?",
            String.class,
            company.value(),
            number.value())
        .isEmpty();
  }

  @Override
  public Optional<InvoiceNumber> deductedBy(CompanyCode company, InvoiceNumber number) {
    return jdbc
        .queryForList(
            """
            select number from sales.invoice_prepaid where company = ? and invoice = ?
            order by number limit 1
            """,
            String.class,
            company.value(),
            number.value())
        .stream()
        .map(InvoiceNumber::new)
        .findFirst();
  }
}
