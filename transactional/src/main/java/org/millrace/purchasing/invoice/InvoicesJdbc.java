package org.millrace.purchasing.invoice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.database.BulkRows;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Supplier;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.purchasing.payment.SupplierPaymentNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component("supplierInvoicesJdbc")
class InvoicesJdbc implements Invoices {
  private final JdbcClient jdbc;
  private final BulkRows rows;

  InvoicesJdbc(JdbcClient jdbc, BulkRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  private record NumberedLine(String invoice, SupplierInvoice.Line line) {}

  @Override
  public SupplierInvoiceNumber nextNumber() {
    return new SupplierInvoiceNumber("SI-%06d".formatted(next("invoice_number")));
  }

  @Override
  public SupplierPaymentNumber nextPaymentNumber() {
    return new SupplierPaymentNumber("SP-%06d".formatted(next("payment_number")));
  }

  private long next(String sequence) {
    return jdbc.sql("select nextval('purchasing." + sequence + "')").query(Long.class).single();
  }

  @Override
  public void add(KeptInvoice posted) {
    try {
      insert(posted.company(), posted.invoice(), posted.version());
    } catch (DuplicateKeyException e) {
      throw Refused.conflict(
          "Bill %s of supplier %s was posted before. Look it up in the list of supplier invoices."
              .formatted(
                  posted.invoice().supplierReference().orElse(""),
                  posted.invoice().supplier().code()));
    }
    rows.copy(
        "purchasing.supplier_invoice_line",
        List.of(
            "company",
            "invoice_number",
            "line",
            "item",
            "item_name",
            "quantity",
            "unit_price",
            "net_amount",
            "received_amount"),
        posted.invoice().lines().stream().map(l -> columns(posted, l)).toList());
  }

  private void insert(CompanyCode company, SupplierInvoice invoice, Version version) {
    jdbc.sql(
            """
            insert into purchasing.supplier_invoice(company, number, order_number, supplier,
              supplier_name, supplier_country, supplier_reference, invoice_date, due_date,
              currency, net_amount, received_amount, paid_amount, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            company.value(),
            invoice.number().value(),
            invoice.order().value(),
            invoice.supplier().code().value(),
            invoice.supplier().name(),
            invoice.supplier().country(),
            invoice.supplierReference().orElse(null),
            invoice.invoiceDate(),
            invoice.dueDate(),
            invoice.currency().getCurrencyCode(),
            invoice.netAmount().amount(),
            invoice.receivedAmount().amount(),
            invoice.paidAmount().amount(),
            version.number())
        .update();
  }

  private static Object[] columns(KeptInvoice posted, SupplierInvoice.Line line) {
    return new Object[] {
      posted.company(),
      posted.invoice().number(),
      line.line(),
      line.item(),
      line.itemName(),
      line.quantity(),
      line.unitPrice(),
      line.netAmount(),
      line.receivedAmount()
    };
  }

  @Override
  public void change(KeptInvoice paid) {
    String number = paid.invoice().number().value();
    int found =
        jdbc.sql(
                """
                update purchasing.supplier_invoice set paid_amount = ?, version = ?
                where company = ? and number = ? and version = ?
                """)
            .params(
                paid.invoice().paidAmount().amount(),
                paid.version().number(),
                paid.company().value(),
                number,
                paid.version().number() - 1)
            .update();
    if (found == 0) {
      throw Refused.stale(
          ("Supplier invoice %s was changed by somebody else just now."
                  + " Read it again and repeat the payment.")
              .formatted(number));
    }
  }

  @Override
  public KeptInvoice held(CompanyCode company, SupplierInvoiceNumber number) {
    jdbc.sql(
            "select 1 from purchasing.supplier_invoice where company = ? and number = ? for update")
        .params(company.value(), number.value())
        .query(Integer.class)
        .single();
    return named(company, number);
  }

  @Override
  public List<SupplierPaymentNumber> payments(CompanyCode company, SupplierInvoiceNumber number) {
    return jdbc.sql(
            "select number from purchasing.supplier_payment where company = ? and invoice = ?")
        .params(company.value(), number.value())
        .query((row, i) -> new SupplierPaymentNumber(row.getString("number")))
        .list();
  }

  @Override
  public KeptInvoice named(CompanyCode company, SupplierInvoiceNumber number) {
    Map<String, List<SupplierInvoice.Line>> lines = lines(company, List.of(number.value()));
    return jdbc.sql("select * from purchasing.supplier_invoice where company = ? and number = ?")
        .params(company.value(), number.value())
        .query((row, i) -> kept(row, lines))
        .optional()
        .orElseThrow(
            () ->
                Refused.notFound(
                    "There is no supplier invoice %s in company %s. Look it up in the list."
                        .formatted(number, company)));
  }

  @Override
  public Page<SupplierInvoice> page(CompanyCode company, PageRequest request) {
    List<String> numbers =
        jdbc.sql(
                """
                select number from purchasing.supplier_invoice
                where company = :company and (number ilike :pattern or order_number ilike :pattern
                  or supplier ilike :pattern or supplier_name ilike :pattern
                  or supplier_reference ilike :pattern)
                order by invoice_date desc, number desc limit :limit offset :offset
                """)
            .param("company", company.value())
            .param("pattern", request.pattern())
            .param("limit", request.limit())
            .param("offset", request.offset())
            .query(String.class)
            .list();
    Map<String, List<SupplierInvoice.Line>> lines = lines(company, numbers);
    return request.page(
        jdbc.sql(
                """
                select * from purchasing.supplier_invoice where company = ? and number = any(?)
                order by invoice_date desc, number desc
                """)
            .params(company.value(), numbers.toArray(String[]::new))
            .query((row, i) -> kept(row, lines).invoice())
            .list());
  }

  private Map<String, List<SupplierInvoice.Line>> lines(CompanyCode company, List<String> numbers) {
    return jdbc
        .sql(
            """
            select l.*, i.currency
            from purchasing.supplier_invoice_line l
            join purchasing.supplier_invoice i
              on i.company = l.company and i.number = l.invoice_number
            where l.company = ? and l.invoice_number = any(?) order by l.invoice_number, l.line
            """)
        .params(company.value(), numbers.toArray(String[]::new))
        .query((row, i) -> new NumberedLine(row.getString("invoice_number"), line(row)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                NumberedLine::invoice,
                Collectors.mapping(NumberedLine::line, Collectors.toList())));
  }

  private static SupplierInvoice.Line line(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new SupplierInvoice.Line(
        row.getInt("line"),
        new ItemCode(row.getString("item")),
        row.getString("item_name"),
        Quantity.of(row.getBigDecimal("quantity")),
        Money.of(row.getBigDecimal("unit_price"), currency),
        Money.of(row.getBigDecimal("net_amount"), currency),
        Money.of(row.getBigDecimal("received_amount"), currency));
  }

  private static KeptInvoice kept(ResultSet row, Map<String, List<SupplierInvoice.Line>> lines)
      throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    Money net = Money.of(row.getBigDecimal("net_amount"), currency);
    Money paid = Money.of(row.getBigDecimal("paid_amount"), currency);
    SupplierInvoice invoice =
        new SupplierInvoice(
            new SupplierInvoiceNumber(row.getString("number")),
            new PurchaseOrderNumber(row.getString("order_number")),
            new Supplier(
                new PartyCode(row.getString("supplier")),
                row.getString("supplier_name"),
                row.getString("supplier_country")),
            Optional.ofNullable(row.getString("supplier_reference")),
            row.getObject("invoice_date", LocalDate.class),
            row.getObject("due_date", LocalDate.class),
            currency,
            net,
            Money.of(row.getBigDecimal("received_amount"), currency),
            paid,
            net.minus(paid),
            lines.get(row.getString("number")));
    return new KeptInvoice(
        new CompanyCode(row.getString("company")), invoice, new Version(row.getLong("version")));
  }
}
