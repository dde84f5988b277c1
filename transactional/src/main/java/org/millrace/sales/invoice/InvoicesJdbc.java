package org.millrace.sales.invoice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.database.BulkRows;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.payment.PaymentNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component("salesInvoicesJdbc")
class InvoicesJdbc implements Invoices {
  private static final String HEADERS = "select * from sales.invoice where company = :company ";

  private final JdbcClient jdbc;
  private final BulkRows bulk;

  InvoicesJdbc(JdbcClient jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  @Override
  public void add(CompanyCode company, List<Invoice> papers) {
    List<Object[]> heads = new ArrayList<>(papers.size());
    List<Object[]> lines = new ArrayList<>();
    for (Invoice paper : papers) {
      heads.add(InvoiceRowsJdbc.header(company, paper.header()));
      paper.lines().forEach(line -> lines.add(InvoiceRowsJdbc.line(company, paper.number(), line)));
    }
    bulk.copy("sales.invoice", InvoiceRowsJdbc.HEADER_COLUMNS, heads);
    bulk.copy("sales.invoice_line", InvoiceRowsJdbc.LINE_COLUMNS, lines);
  }

  @Override
  public Map<InvoiceNumber, Kept> hold(CompanyCode company, Collection<InvoiceNumber> numbers) {
    Map<InvoiceNumber, Kept> held = new HashMap<>();
    jdbc.sql(HEADERS + "and number = any(:numbers) order by number for update")
        .param("company", company.value())
        .param("numbers", numbers.stream().map(InvoiceNumber::value).toArray(String[]::new))
        .query(InvoiceRowsJdbc::kept)
        .list()
        .forEach(kept -> held.put(kept.invoice().number(), kept));
    return held;
  }

  @Override
  public void changePaid(CompanyCode company, List<Kept> papers) {
    jdbc.sql(
            """
            update sales.invoice i set paid_amount = paid.amount::numeric, version = i.version + 1
            from unnest(:numbers::text[], :amounts::text[]) as paid(number, amount)
            where i.company = :company and i.number = paid.number
            """)
        .param("company", company.value())
        .param(
            "numbers",
            papers.stream().map(p -> p.invoice().number().value()).toArray(String[]::new))
        .param(
            "amounts",
            papers.stream()
                .map(p -> p.invoice().paidAmount().amount().toPlainString())
                .toArray(String[]::new))
        .update();
  }

  @Override
  public Map<Integer, Quantity> credited(CompanyCode company, InvoiceNumber number) {
    Map<Integer, Quantity> credited = new HashMap<>();
    jdbc.sql(
            """
            select line, credited_quantity from sales.invoice_line
            where company = :company and number = :number
            """)
        .param("company", company.value())
        .param("number", number.value())
        .query(
            row -> {
              credited.put(row.getInt("line"), Quantity.of(row.getBigDecimal("credited_quantity")));
            });
    return credited;
  }

  @Override
  public void addCredited(
      CompanyCode company, InvoiceNumber number, Map<Integer, Quantity> quantities) {
    quantities.forEach(
        (line, quantity) ->
            jdbc.sql(
                    """
                    update sales.invoice_line
                    set credited_quantity = credited_quantity + :quantity
                    where company = :company and number = :number and line = :line
                    """)
                .param("quantity", quantity.value())
                .param("company", company.value())
                .param("number", number.value())
                .param("line", line)
                .update());
  }

  @Override
  public Optional<Kept> find(CompanyCode company, InvoiceNumber number) {
    return jdbc.sql(HEADERS + "and number = :number")
        .param("company", company.value())
        .param("number", number.value())
        .query(InvoiceRowsJdbc::kept)
        .optional();
  }

  @Override
  public List<Invoice.Line> lines(CompanyCode company, InvoiceNumber number) {
    return jdbc.sql(
            """
            select l.*, i.currency from sales.invoice_line l
            join sales.invoice i on i.company = l.company and i.number = l.number
            where l.company = :company and l.number = :number order by l.line
            """)
        .param("company", company.value())
        .param("number", number.value())
        .query(InvoiceRowsJdbc::line)
        .list();
  }

  @Override
  public List<PaymentNumber> payments(CompanyCode company, InvoiceNumber number) {
    return jdbc.sql(
            "select number from sales.payment where company = :company and invoice = :number")
        .param("company", company.value())
        .param("number", number.value())
        .query((row, i) -> new PaymentNumber(row.getString("number")))
        .list();
  }

  @Override
  public Page<Kept> list(CompanyCode company, PageRequest request) {
    return request.page(
        jdbc.sql(
                HEADERS
                    + """
                    and (number ilike :search or customer ilike :search
                      or customer_name ilike :search)
                    order by invoice_date desc, number desc limit :limit offset :offset
                    """)
            .param("company", company.value())
            .param("search", request.pattern())
            .param("limit", request.limit())
            .param("offset", request.offset())
            .query(InvoiceRowsJdbc::kept)
            .list());
  }

  @Override
  public Set<String> taken(CompanyCode company, Collection<String> numbers) {
    return new HashSet<>(
        jdbc.sql(
                """
                select number from sales.invoice
                where company = :company and number = any(:numbers)
                """)
            .param("company", company.value())
            .param("numbers", numbers.toArray(String[]::new))
            .query(String.class)
            .list());
  }
}
