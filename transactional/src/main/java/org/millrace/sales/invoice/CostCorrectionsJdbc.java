package org.millrace.sales.invoice;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.millrace.database.BulkRows;
import org.millrace.sales.InvoiceNumber;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CostCorrectionsJdbc implements CostCorrections {
  private final JdbcClient jdbc;
  private final BulkRows bulk;

  CostCorrectionsJdbc(JdbcClient jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  @Override
  public Map<InvoiceNumber, Integer> counted(
      CompanyCode company, Collection<InvoiceNumber> numbers) {
    Map<InvoiceNumber, Integer> counted = new HashMap<>();
    jdbc.sql(
            """
            select number, count(*) as times from sales.cost_correction
            where company = ? and number = any(?) group by number
            """)
        .params(company.value(), texts(numbers, InvoiceNumber::value))
        .query(
            row -> {
              counted.put(new InvoiceNumber(row.getString("number")), row.getInt("times"));
            });
    return counted;
  }

  @Override
  public void add(CompanyCode company, List<CorrectedLine> corrections) {
    bulk.copy(
        "sales.cost_correction",
        List.of("company", "number", "line", "item", "correction_date", "cost_amount"),
        corrections.stream()
            .map(
                c ->
                    new Object[] {
                      company,
                      c.invoice(),
                      c.line().line(),
                      c.line().item(),
                      c.date(),
                      c.line().costAmount()
                    })
            .toList());
    String[] numbers = texts(corrections, c -> c.invoice().value());
    String[] amounts = texts(corrections, c -> c.line().costAmount().amount().toPlainString());
    jdbc.sql(
            """
            update sales.invoice_line l set cost_amount = l.cost_amount + more.amount
            from (select number, line, sum(amount) as amount
              from unnest(?::text[], ?::int[], ?::numeric[]) as each(number, line, amount)
              group by number, line) more
            where l.company = ? and l.number = more.number and l.line = more.line
            """)
        .params(
            numbers,
            corrections.stream().map(CorrectedLine::ofLine).toArray(Integer[]::new),
            amounts,
            company.value())
        .update();
    jdbc.sql(
            """
            update sales.invoice i
            set cost_amount = i.cost_amount + more.amount, version = i.version + more.times
            from (select number, sum(amount) as amount, count(*) as times
              from unnest(?::text[], ?::numeric[]) as each(number, amount) group by number) more
            where i.company = ? and i.number = more.number
            """)
        .params(numbers, amounts, company.value())
        .update();
  }

  private static <T> String[] texts(Collection<T> rows, Function<T, String> text) {
    return rows.stream().map(text).toArray(String[]::new);
  }
}
