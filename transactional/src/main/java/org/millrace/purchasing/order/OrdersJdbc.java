package org.millrace.purchasing.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.database.BulkRows;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.Demand;
import org.millrace.purchasing.OrderStatus;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Purchasing;
import org.millrace.purchasing.Receipt;
import org.millrace.purchasing.Supplier;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component("purchaseOrdersJdbc")
class OrdersJdbc implements Orders {
  private final JdbcClient jdbc;
  private final BulkRows rows;

  OrdersJdbc(JdbcClient jdbc, BulkRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  private record NumberedLine(String order, PurchaseOrder.Line line) {}

  @Override
  public PurchaseOrderNumber nextNumber() {
    return new PurchaseOrderNumber("PO-%06d".formatted(next("order_number")));
  }

  @Override
  public String nextReceiptNumber() {
    return "GR-%06d".formatted(next("receipt_number"));
  }

  private long next(String sequence) {
    return jdbc.sql("select nextval('purchasing." + sequence + "')").query(Long.class).single();
  }

  @Override
  public void add(KeptOrder placed) {
    PurchaseOrder order = placed.order();
    jdbc.sql(
            """
            insert into purchasing.purchase_order(company, number, supplier, supplier_name,
              supplier_country, order_date, promised_date, currency, status, net_amount,
              demand_type, demand_number, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            placed.company().value(),
            order.number().value(),
            order.supplier().code().value(),
            order.supplier().name(),
            order.supplier().country(),
            order.orderDate(),
            order.promisedDate(),
            order.currency().getCurrencyCode(),
            word(order.status()),
            order.netAmount().amount(),
            order.demand().map(Demand::type).orElse(null),
            order.demand().map(Demand::number).orElse(null),
            placed.version().number())
        .update();
    rows.copy(
        "purchasing.order_line",
        List.of(
            "company",
            "order_number",
            "line",
            "item",
            "item_name",
            "quantity",
            "received_quantity",
            "invoiced_quantity",
            "unit_price",
            "net_amount"),
        order.lines().stream().map(l -> columns(placed, l)).toList());
  }

  private static Object[] columns(KeptOrder placed, PurchaseOrder.Line line) {
    return new Object[] {
      placed.company(),
      placed.order().number(),
      line.line(),
      line.item(),
      line.itemName(),
      line.quantity(),
      line.receivedQuantity(),
      line.invoicedQuantity(),
      line.unitPrice(),
      line.netAmount()
    };
  }

  @Override
  public void change(KeptOrder changed) {
    PurchaseOrder order = changed.order();
    int found =
        jdbc.sql(
                """
                update purchasing.purchase_order set status = ?, version = ?
                where company = ? and number = ? and version = ?
                """)
            .params(
                word(order.status()),
                changed.version().number(),
                changed.company().value(),
                order.number().value(),
                changed.version().number() - 1)
            .update();
    if (found == 0) {
      throw Refused.stale(
          ("Purchase order %s was changed by somebody else just now."
                  + " Read it again and repeat the change.")
              .formatted(order.number()));
    }
    order.lines().forEach(line -> change(changed, line));
  }

  private void change(KeptOrder changed, PurchaseOrder.Line line) {
    jdbc.sql(
            """
            update purchasing.order_line set received_quantity = ?, invoiced_quantity = ?
            where company = ? and order_number = ? and line = ?
            """)
        .params(
            line.receivedQuantity().value(),
            line.invoicedQuantity().value(),
            changed.company().value(),
            changed.order().number().value(),
            line.line())
        .update();
  }

  @Override
  public void add(CompanyCode company, PurchaseOrderNumber order, Receipt receipt) {
    jdbc.sql("insert into purchasing.receipt values (?, ?, ?, ?, ?)")
        .params(
            company.value(),
            receipt.number(),
            order.value(),
            receipt.date(),
            receipt.location().value())
        .update();
    rows.copy(
        "purchasing.receipt_line",
        List.of("company", "receipt_number", "line", "item", "quantity", "unit_price", "amount"),
        receipt.lines().stream()
            .map(
                l ->
                    new Object[] {
                      company,
                      receipt.number(),
                      l.line(),
                      l.item(),
                      l.quantity(),
                      l.unitPrice(),
                      l.amount()
                    })
            .toList());
  }

  @Override
  public KeptOrder named(CompanyCode company, PurchaseOrderNumber number) {
    Map<String, List<PurchaseOrder.Line>> lines = lines(company, List.of(number.value()));
    return jdbc.sql("select * from purchasing.purchase_order where company = ? and number = ?")
        .params(company.value(), number.value())
        .query((row, i) -> kept(row, lines))
        .optional()
        .orElseThrow(
            () ->
                Refused.notFound(
                    "There is no purchase order %s in company %s. Look it up in the list of orders."
                        .formatted(number, company)));
  }

  @Override
  public Page<PurchaseOrder> page(CompanyCode company, PageRequest request) {
    List<String> numbers =
        jdbc.sql(
                """
                select number from purchasing.purchase_order o
                where company = :company and (number ilike :pattern or supplier ilike :pattern
                  or supplier_name ilike :pattern or status ilike :pattern
                  or exists (select 1 from purchasing.order_line l where l.company = o.company
                    and l.order_number = o.number and l.item ilike :pattern))
                order by order_date desc, number desc limit :limit offset :offset
                """)
            .param("company", company.value())
            .param("pattern", request.pattern())
            .param("limit", request.limit())
            .param("offset", request.offset())
            .query(String.class)
            .list();
    return request.page(orders(company, numbers));
  }

  private List<PurchaseOrder> orders(CompanyCode company, List<String> numbers) {
    Map<String, List<PurchaseOrder.Line>> lines = lines(company, numbers);
    return jdbc.sql(
            """
            select * from purchasing.purchase_order where company = ? and number = any(?)
            order by order_date desc, number desc
            """)
        .params(company.value(), numbers.toArray(String[]::new))
        .query((row, i) -> kept(row, lines).order())
        .list();
  }

  @Override
  public List<PurchaseOrder> placedFor(CompanyCode company, Demand demand) {
    return orders(
        company,
        jdbc.sql(
                """
                select number from purchasing.purchase_order
                where company = ? and demand_type = ? and demand_number = ?
                """)
            .params(company.value(), demand.type(), demand.number())
            .query(String.class)
            .list());
  }

  @Override
  public Map<ItemCode, Purchasing.Source> latestSources(
      CompanyCode company, Collection<ItemCode> items) {
    Map<ItemCode, Purchasing.Source> sources = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (l.item) l.item, o.supplier, l.unit_price, o.currency
            from purchasing.order_line l
            join purchasing.purchase_order o on o.company = l.company and o.number = l.order_number
            where l.company = ? and l.item = any(?)
            order by l.item, o.order_date desc, o.number desc
            """)
        .params(company.value(), items.stream().map(ItemCode::value).toArray(String[]::new))
        .query(
            (row, i) ->
                sources.put(
                    new ItemCode(row.getString("item")),
                    new Purchasing.Source(
                        new PartyCode(row.getString("supplier")),
                        Money.of(
                            row.getBigDecimal("unit_price"),
                            Currency.getInstance(row.getString("currency"))))))
        .list();
    return sources;
  }

  private Map<String, List<PurchaseOrder.Line>> lines(CompanyCode company, List<String> numbers) {
    return jdbc
        .sql(
            """
            select l.*, o.currency
            from purchasing.order_line l
            join purchasing.purchase_order o on o.company = l.company and o.number = l.order_number
            where l.company = ? and l.order_number = any(?) order by l.order_number, l.line
            """)
        .params(company.value(), numbers.toArray(String[]::new))
        .query((row, i) -> new NumberedLine(row.getString("order_number"), line(row)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                NumberedLine::order, Collectors.mapping(NumberedLine::line, Collectors.toList())));
  }

  private static PurchaseOrder.Line line(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new PurchaseOrder.Line(
        row.getInt("line"),
        new ItemCode(row.getString("item")),
        row.getString("item_name"),
        Quantity.of(row.getBigDecimal("quantity")),
        Quantity.of(row.getBigDecimal("received_quantity")),
        Quantity.of(row.getBigDecimal("invoiced_quantity")),
        Money.of(row.getBigDecimal("unit_price"), currency),
        Money.of(row.getBigDecimal("net_amount"), currency));
  }

  private static KeptOrder kept(ResultSet row, Map<String, List<PurchaseOrder.Line>> lines)
      throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    String demandNumber = row.getString("demand_number");
    PurchaseOrder order =
        new PurchaseOrder(
            new PurchaseOrderNumber(row.getString("number")),
            new Supplier(
                new PartyCode(row.getString("supplier")),
                row.getString("supplier_name"),
                row.getString("supplier_country")),
            row.getObject("order_date", LocalDate.class),
            row.getObject("promised_date", LocalDate.class),
            currency,
            OrderStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
            lines.get(row.getString("number")),
            Money.of(row.getBigDecimal("net_amount"), currency),
            demandNumber == null
                ? Optional.empty()
                : Optional.of(new Demand(row.getString("demand_type"), demandNumber)));
    return new KeptOrder(
        new CompanyCode(row.getString("company")), order, new Version(row.getLong("version")));
  }

  private static String word(OrderStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
