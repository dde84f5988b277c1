package org.millrace.sales.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.millrace.database.BulkRows;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemKind;
import org.millrace.party.PartyCode;
import org.millrace.sales.Customer;
import org.millrace.sales.Delivery;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.OrderNumber;
import org.millrace.sales.OrderStatus;
import org.millrace.sales.QuotationNumber;
import org.millrace.sales.SalesOrder;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Version;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component("salesOrdersJdbc")
class OrdersJdbc implements Orders {
  private static final String ORDERS =
      """
      select * from sales.sales_order where company = :company and number = any(:numbers)
      order by number desc
      """;

  private final JdbcClient jdbc;
  private final BulkRows bulk;

  OrdersJdbc(JdbcClient jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  @Override
  public void add(CompanyCode company, List<KeptOrder> placed) {
    List<Object[]> heads = new ArrayList<>(placed.size());
    List<Object[]> lines = new ArrayList<>();
    for (KeptOrder kept : placed) {
      SalesOrder order = kept.order();
      heads.add(head(company, kept));
      order.lines().forEach(line -> lines.add(line(company, order.number(), line)));
    }
    bulk.copy(
        "sales.sales_order",
        List.of(
            "company",
            "number",
            "version",
            "customer",
            "customer_name",
            "customer_country",
            "walk_in",
            "order_date",
            "currency",
            "status",
            "net_amount",
            "quotation",
            "requested_date"),
        heads);
    bulk.copy(
        "sales.order_line",
        List.of(
            "company",
            "number",
            "line",
            "item",
            "item_name",
            "item_kind",
            "quantity",
            "unit_price",
            "net_amount"),
        lines);
  }

  private static Object[] head(CompanyCode company, KeptOrder kept) {
    SalesOrder order = kept.order();
    return new Object[] {
      company,
      order.number(),
      kept.version().number(),
      order.customer().code(),
      order.customer().name(),
      order.customer().country(),
      order.customer().walkIn(),
      order.orderDate(),
      order.currency(),
      word(order.status()),
      order.netAmount(),
      order.quotation(),
      order.requestedDate()
    };
  }

  private static Object[] line(CompanyCode company, OrderNumber number, SalesOrder.Line line) {
    return new Object[] {
      company,
      number,
      line.line(),
      line.item(),
      line.itemName(),
      word(line.itemKind()),
      line.quantity(),
      line.unitPrice(),
      line.netAmount()
    };
  }

  @Override
  public void change(CompanyCode company, List<KeptOrder> changed) {
    for (KeptOrder kept : changed) {
      jdbc.sql(
              """
              update sales.sales_order set status = :status, version = :version,
                requested_date = :requested
              where company = :company and number = :number
              """)
          .param("status", word(kept.order().status()))
          .param("version", kept.version().number())
          .param("requested", kept.order().requestedDate().orElse(null))
          .param("company", company.value())
          .param("number", kept.order().number().value())
          .update();
      change(company, kept.order());
    }
  }

  private void change(CompanyCode company, SalesOrder order) {
    jdbc.sql(
            """
            update sales.order_line l set delivered_quantity = n.delivered,
              invoiced_quantity = n.invoiced, delivered_cost = n.cost, invoiced_cost = n.billed
            from unnest(:lines::int[], :delivered::numeric[], :invoiced::numeric[],
              :cost::numeric[], :billed::numeric[]) as n(line, delivered, invoiced, cost, billed)
            where l.company = :company and l.number = :number and l.line = n.line
            """)
        .param("lines", each(order, SalesOrder.Line::line))
        .param("delivered", each(order, line -> line.deliveredQuantity().value()))
        .param("invoiced", each(order, line -> line.invoicedQuantity().value()))
        .param("cost", each(order, line -> line.deliveredCost().amount()))
        .param("billed", each(order, line -> line.invoicedCost().amount()))
        .param("company", company.value())
        .param("number", order.number().value())
        .update();
  }

  private static String[] each(SalesOrder order, Function<SalesOrder.Line, Object> value) {
    return order.lines().stream().map(line -> value.apply(line).toString()).toArray(String[]::new);
  }

  @Override
  public void addDelivery(
      CompanyCode company, OrderNumber order, Delivery delivery, Map<Integer, Money> costs) {
    List<Object[]> head = new ArrayList<>();
    head.add(new Object[] {company, delivery.number(), order, delivery.date()});
    bulk.copy(
        "sales.delivery", List.of("company", "number", "order_number", "delivery_date"), head);
    bulk.copy(
        "sales.delivery_line",
        List.of("company", "number", "order_line", "item", "quantity", "cost_amount"),
        delivery.lines().stream()
            .map(
                l ->
                    new Object[] {
                      company,
                      delivery.number(),
                      l.line(),
                      l.item(),
                      l.quantity(),
                      costs.get(l.line())
                    })
            .toList());
  }

  @Override
  public Optional<InvoiceNumber> addDeliveredCost(
      CompanyCode company, String delivery, ItemCode item, Money more) {
    return jdbc.sql(
            """
            with corrected as (
              update sales.delivery_line d set cost_amount = d.cost_amount + :more
              where company = :company and number = :delivery and item = :item
                and order_line = (select min(order_line) from sales.delivery_line
                  where company = :company and number = :delivery and item = :item)
              returning order_line
            ), ordered as (
              update sales.order_line l set delivered_cost = l.delivered_cost + :more,
                invoiced_cost = l.invoiced_cost
                  + case when l.invoiced_quantity = l.delivered_quantity then :more else 0 end
              from corrected c, sales.delivery d
              where d.company = :company and d.number = :delivery
                and l.company = :company and l.number = d.order_number and l.line = c.order_line
              returning l.number, l.item, l.invoiced_quantity = l.delivered_quantity as invoiced
            )
            select i.number from ordered o
            join sales.invoice i on i.company = :company and i.order_number = o.number
            join sales.invoice_line l on l.company = i.company and l.number = i.number
            where o.invoiced and i.kind = 'invoice' and l.item = o.item
            order by i.invoice_date desc, i.number desc limit 1
            """)
        .param("company", company.value())
        .param("delivery", delivery)
        .param("item", item.value())
        .param("more", more.amount())
        .query((row, n) -> new InvoiceNumber(row.getString("number")))
        .optional();
  }

  @Override
  public List<KeptOrder> hold(CompanyCode company, Collection<OrderNumber> numbers) {
    return read(company, numbers, ORDERS + " for update");
  }

  @Override
  public List<KeptOrder> find(CompanyCode company, Collection<OrderNumber> numbers) {
    return read(company, numbers, ORDERS);
  }

  @Override
  public Page<KeptOrder> list(CompanyCode company, PageRequest request) {
    List<OrderNumber> numbers =
        jdbc.sql(
                """
                select number from sales.sales_order where company = :company
                and (number ilike :search or customer ilike :search or customer_name ilike :search
                  or status ilike :search)
                order by number desc limit :limit offset :offset
                """)
            .param("company", company.value())
            .param("search", request.pattern())
            .param("limit", request.limit())
            .param("offset", request.offset())
            .query((row, n) -> new OrderNumber(row.getString("number")))
            .list();
    return request.page(find(company, numbers));
  }

  private List<KeptOrder> read(CompanyCode company, Collection<OrderNumber> numbers, String sql) {
    String[] wanted = numbers.stream().map(OrderNumber::value).toArray(String[]::new);
    // Heads first: with "for update" the lines are read after the rows are held.
    List<KeptOrder> heads =
        jdbc.sql(sql)
            .param("company", company.value())
            .param("numbers", wanted)
            .query((row, n) -> kept(row))
            .list();
    Map<String, List<SalesOrder.Line>> lines = new HashMap<>();
    jdbc.sql(
            """
            select l.*, o.currency from sales.order_line l
            join sales.sales_order o on o.company = l.company and o.number = l.number
            where l.company = :company and l.number = any(:numbers) order by l.number, l.line
            """)
        .param("company", company.value())
        .param("numbers", wanted)
        .query(
            row -> {
              lines.computeIfAbsent(row.getString("number"), n -> new ArrayList<>()).add(line(row));
            });
    return heads.stream()
        .map(head -> new KeptOrder(head.version(), with(head.order(), lines)))
        .toList();
  }

  private static SalesOrder with(SalesOrder head, Map<String, List<SalesOrder.Line>> lines) {
    return new SalesOrder(
        head.number(),
        head.customer(),
        head.orderDate(),
        head.currency(),
        head.status(),
        lines.getOrDefault(head.number().value(), List.of()),
        head.netAmount(),
        head.quotation(),
        head.requestedDate());
  }

  private static KeptOrder kept(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new KeptOrder(
        new Version(row.getLong("version")),
        new SalesOrder(
            new OrderNumber(row.getString("number")),
            new Customer(
                new PartyCode(row.getString("customer")),
                row.getString("customer_name"),
                row.getString("customer_country"),
                row.getBoolean("walk_in")),
            row.getObject("order_date", LocalDate.class),
            currency,
            OrderStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
            List.of(),
            Money.of(row.getBigDecimal("net_amount"), currency),
            Optional.ofNullable(row.getString("quotation")).map(QuotationNumber::new),
            Optional.ofNullable(row.getObject("requested_date", LocalDate.class))));
  }

  private static SalesOrder.Line line(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new SalesOrder.Line(
        row.getInt("line"),
        new ItemCode(row.getString("item")),
        row.getString("item_name"),
        ItemKind.valueOf(row.getString("item_kind").toUpperCase(Locale.ROOT)),
        Quantity.of(row.getBigDecimal("quantity")),
        Quantity.of(row.getBigDecimal("delivered_quantity")),
        Quantity.of(row.getBigDecimal("invoiced_quantity")),
        Money.of(row.getBigDecimal("unit_price"), currency),
        Money.of(row.getBigDecimal("net_amount"), currency),
        Money.of(row.getBigDecimal("delivered_cost"), currency),
        Money.of(row.getBigDecimal("invoiced_cost"), currency));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
