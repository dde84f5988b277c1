package org.millrace.sales.quotation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.millrace.database.BulkRows;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.sales.Customer;
import org.millrace.sales.OrderNumber;
import org.millrace.sales.QuotationNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Version;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class QuotationsJdbc implements Quotations {
  private static final String ONE =
      "select * from sales.quotation where company = :company and number = :number";

  private final JdbcClient jdbc;
  private final BulkRows bulk;

  QuotationsJdbc(JdbcClient jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  @Override
  public void add(KeptQuotation made) {
    Quotation quotation = made.quotation();
    List<Object[]> heads = new ArrayList<>(1);
    heads.add(head(made));
    bulk.copy(
        "sales.quotation",
        List.of(
            "company",
            "number",
            "version",
            "customer",
            "customer_name",
            "customer_country",
            "walk_in",
            "quotation_date",
            "valid_until",
            "currency",
            "status",
            "net_amount"),
        heads);
    bulk.copy(
        "sales.quotation_line",
        List.of(
            "company",
            "number",
            "line",
            "item",
            "item_name",
            "quantity",
            "unit_price",
            "net_amount"),
        quotation.lines().stream().map(line -> line(made, line)).toList());
  }

  private static Object[] head(KeptQuotation kept) {
    Quotation quotation = kept.quotation();
    return new Object[] {
      kept.company(),
      quotation.number(),
      kept.version().number(),
      quotation.customer().code(),
      quotation.customer().name(),
      quotation.customer().country(),
      quotation.customer().walkIn(),
      quotation.quotationDate(),
      quotation.validUntil(),
      quotation.currency(),
      word(quotation.status()),
      quotation.netAmount()
    };
  }

  private static Object[] line(KeptQuotation kept, Quotation.Line line) {
    return new Object[] {
      kept.company(),
      kept.quotation().number(),
      line.line(),
      line.item(),
      line.itemName(),
      line.quantity(),
      line.unitPrice(),
      line.netAmount()
    };
  }

  @Override
  public void change(KeptQuotation changed) {
    Quotation quotation = changed.quotation();
    jdbc.sql(
            """
            update sales.quotation set status = :status, version = :version,
              closed_date = :closed, order_number = :order, reject_reason = :reason
            where company = :company and number = :number
            """)
        .param("status", word(quotation.status()))
        .param("version", changed.version().number())
        .param("closed", quotation.closedDate().orElse(null))
        .param("order", quotation.order().map(OrderNumber::value).orElse(null))
        .param("reason", quotation.rejectReason().orElse(null))
        .param("company", changed.company().value())
        .param("number", quotation.number().value())
        .update();
  }

  @Override
  public Optional<KeptQuotation> hold(CompanyCode company, QuotationNumber number) {
    return one(company, number, ONE + " for update");
  }

  @Override
  public Optional<KeptQuotation> find(CompanyCode company, QuotationNumber number) {
    return one(company, number, ONE);
  }

  private Optional<KeptQuotation> one(CompanyCode company, QuotationNumber number, String sql) {
    List<Quotation.Line> lines =
        lines(company, List.of(number)).getOrDefault(number.value(), List.of());
    return jdbc.sql(sql)
        .param("company", company.value())
        .param("number", number.value())
        .query(
            (row, n) ->
                new KeptQuotation(
                    company, new Version(row.getLong("version")), quotation(row, lines)))
        .optional();
  }

  @Override
  public Page<Quotation> list(CompanyCode company, PageRequest request) {
    List<QuotationNumber> numbers =
        jdbc.sql(
                """
                select number from sales.quotation where company = :company
                and (number ilike :search or customer ilike :search or customer_name ilike :search
                  or status ilike :search)
                order by number desc limit :limit offset :offset
                """)
            .param("company", company.value())
            .param("search", request.pattern())
            .param("limit", request.limit())
            .param("offset", request.offset())
            .query((row, n) -> new QuotationNumber(row.getString("number")))
            .list();
    Map<String, List<Quotation.Line>> lines = lines(company, numbers);
    return request.page(
        jdbc.sql(
                """
                select * from sales.quotation where company = :company and number = any(:numbers)
                order by number desc
                """)
            .param("company", company.value())
            .param("numbers", values(numbers))
            .query((row, n) -> quotation(row, lines.get(row.getString("number"))))
            .list());
  }

  private Map<String, List<Quotation.Line>> lines(
      CompanyCode company, List<QuotationNumber> numbers) {
    Map<String, List<Quotation.Line>> lines = new HashMap<>();
    jdbc.sql(
            """
            select l.*, q.currency from sales.quotation_line l
            join sales.quotation q on q.company = l.company and q.number = l.number
            where l.company = :company and l.number = any(:numbers) order by l.number, l.line
            """)
        .param("company", company.value())
        .param("numbers", values(numbers))
        .query(
            row -> {
              lines.computeIfAbsent(row.getString("number"), n -> new ArrayList<>()).add(line(row));
            });
    return lines;
  }

  private static String[] values(List<QuotationNumber> numbers) {
    return numbers.stream().map(QuotationNumber::value).toArray(String[]::new);
  }

  private static Quotation quotation(ResultSet row, List<Quotation.Line> lines)
      throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new Quotation(
        new QuotationNumber(row.getString("number")),
        new Customer(
            new PartyCode(row.getString("customer")),
            row.getString("customer_name"),
            row.getString("customer_country"),
            row.getBoolean("walk_in")),
        row.getObject("quotation_date", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        currency,
        QuotationStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        lines,
        Money.of(row.getBigDecimal("net_amount"), currency),
        Optional.ofNullable(row.getObject("closed_date", LocalDate.class)),
        Optional.ofNullable(row.getString("order_number")).map(OrderNumber::new),
        Optional.ofNullable(row.getString("reject_reason")));
  }

  private static Quotation.Line line(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new Quotation.Line(
        row.getInt("line"),
        new ItemCode(row.getString("item")),
        row.getString("item_name"),
        Quantity.of(row.getBigDecimal("quantity")),
        Money.of(row.getBigDecimal("unit_price"), currency),
        Money.of(row.getBigDecimal("net_amount"), currency));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
