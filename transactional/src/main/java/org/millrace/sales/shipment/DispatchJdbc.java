package org.millrace.sales.shipment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.Listed;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.item.ItemCode;
import org.millrace.party.Party.DispatchPriority;
import org.millrace.party.PartyCode;
import org.millrace.sales.OrderNumber;
import org.millrace.sales.delivery.DeliveredGoods;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is to be dispatched, and which shipments there are. */
@Component
class DispatchJdbc {
  private static final String DISPATCH =
      """
      with wanting as (
        select c.*, -quantity wanted, greatest(coalesce(on_hand, 0), 0) there,
          coalesce(sum(-quantity) over (partition by c.item, c.location
            order by wanted_on nulls first, precedence, turn
            rows between unbounded preceding and 1 preceding), 0) before
        from stock.claim c left join stock.balance using (company, item, location)
        where company = ? and quantity < 0)
      select w.document_number as order_number, o.customer, o.customer_name, w.item, w.location,
        w.wanted_on, w.priority, w.wanted as open_quantity,
        greatest(least(w.wanted, w.there - w.before), 0) as ready_quantity, w.precedence,
        w.turn
      from wanting w
      join sales.sales_order o on o.company = w.company and o.number = w.document_number
      where w.document_domain = 'sales' and w.document_type = 'order'
      """;

  private final JdbcClient jdbc;
  private final RowLists lists;

  DispatchJdbc(JdbcClient jdbc, RowLists lists) {
    this.jdbc = jdbc;
    this.lists = lists;
  }

  /**
   * What an order still wants of an item from a location, and how much of it lies there for nobody
   * before it: no piece is ready for two orders.
   */
  @Listed(
      searched = {"orderNumber", "customer", "customerName", "item"},
      sorted = "wantedOn",
      key = {"precedence", "turn"})
  record Row(
      OrderNumber orderNumber,
      PartyCode customer,
      String customerName,
      ItemCode item,
      LocationCode location,
      Optional<LocalDate> wantedOn,
      DispatchPriority priority,
      Quantity openQuantity,
      Quantity readyQuantity) {}

  /** What lies there for an order; nothing when it wants no goods any more. */
  Optional<PickList> pick(CompanyCode company, OrderNumber order) {
    List<PickList> found =
        jdbc.sql(
                "select d.*, (select max(l.item_name) from sales.order_line l"
                    + " where l.company = ? and l.number = d.order_number and l.item = d.item)"
                    + " as item_name from ("
                    + DISPATCH
                    + ") d where order_number = ? order by location, item")
            .params(company.value(), company.value(), order.value())
            .query((row, n) -> pick(row))
            .list();
    return found.stream()
        .findFirst()
        .map(
            first ->
                new PickList(
                    first.orderNumber(),
                    first.customer(),
                    first.customerName(),
                    first.wantedOn(),
                    found.stream().flatMap(one -> one.lines().stream()).toList()));
  }

  private static PickList pick(ResultSet row) throws SQLException {
    return new PickList(
        new OrderNumber(row.getString("order_number")),
        new PartyCode(row.getString("customer")),
        row.getString("customer_name"),
        Optional.ofNullable(row.getObject("wanted_on", LocalDate.class)),
        List.of(
            new PickList.Line(
                new LocationCode(row.getString("location")),
                new ItemCode(row.getString("item")),
                row.getString("item_name"),
                Quantity.of(row.getBigDecimal("open_quantity")),
                Quantity.of(row.getBigDecimal("ready_quantity")))));
  }

  ListAnswer<Row> page(CompanyCode company, ListRequest request) {
    return lists.page(Row.class, Rows.of(company, DISPATCH), request);
  }

  /** The shipment of a delivery that is not cancelled. */
  Optional<ShipmentNumber> shipmentOf(CompanyCode company, DeliveredGoods.Number delivery) {
    return jdbc.sql(
            """
            select number from sales.shipment
            where company = ? and delivery = ? and status <> 'cancelled'
            """)
        .params(company.value(), delivery.value())
        .query((row, n) -> new ShipmentNumber(row.getString("number")))
        .optional();
  }

  /** The latest shipment that a carrier has under a number. */
  Optional<ShipmentNumber> tracked(CompanyCode company, String trackingNumber) {
    return jdbc.sql(
            """
            select number from sales.shipment
            where company = ? and tracking_number = ? and status = 'shipped'
            order by shipped_at desc, number desc limit 1
            """)
        .params(company.value(), trackingNumber)
        .query((row, n) -> new ShipmentNumber(row.getString("number")))
        .optional();
  }
}
