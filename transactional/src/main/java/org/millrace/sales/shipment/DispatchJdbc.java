package org.millrace.sales.shipment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.Listed;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.party.Party.DispatchPriority;
import org.millrace.party.PartyCode;
import org.millrace.sales.OrderNumber;
import org.millrace.sales.delivery.DeliveredGoods;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is to be dispatched, and which shipments there are. */
@Component
class DispatchJdbc implements PickLists {
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
        greatest(least(w.wanted, w.there - w.before), 0) as ready_quantity,
        least(w.before, w.there) as others_quantity, w.precedence, w.turn
      from wanting w
      join sales.sales_order o on o.company = w.company and o.number = w.document_number
      where w.document_domain = 'sales' and w.document_type = 'order'
      """;

  private final JdbcClient jdbc;
  private final RowLists lists;
  private final Companies companies;

  DispatchJdbc(JdbcClient jdbc, RowLists lists, Companies companies) {
    this.jdbc = jdbc;
    this.lists = lists;
    this.companies = companies;
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

  @Override
  public PickList of(CompanyCode company, OrderNumber order, Instant moment) {
    LocalDate day = companies.dayOf(company, moment);
    List<Picked> found =
        jdbc.sql(
                "select d.*, (select max(l.item_name) from sales.order_line l"
                    + " where l.company = ? and l.number = d.order_number and l.item = d.item)"
                    + " as item_name from ("
                    + DISPATCH
                    + ") d where order_number = ? order by location, item")
            .params(company.value(), company.value(), order.value())
            .query((row, n) -> picked(row))
            .list();
    if (found.isEmpty()) {
      throw Refused.notFound(
          "Order %s wants no goods of company %s. See the dispatch list for those that do."
              .formatted(order, company));
    }
    PickList first = found.get(0).list();
    return new PickList(
        first.orderNumber(),
        first.customer(),
        first.customerName(),
        first.wantedOn(),
        first.priority(),
        found.stream()
            .flatMap(
                one -> {
                  PickList.Line line = one.list().lines().get(0);
                  return line.of(lots(company, line, day), one.others()).stream();
                })
            .toList());
  }

  /** What is to be fetched of one item, and how much those in front get of it. */
  private record Picked(PickList list, Quantity others) {}

  private static Picked picked(ResultSet row) throws SQLException {
    PickList.Line line =
        new PickList.Line(
            new LocationCode(row.getString("location")),
            new ItemCode(row.getString("item")),
            row.getString("item_name"),
            Optional.empty(),
            Optional.empty(),
            Quantity.of(row.getBigDecimal("open_quantity")),
            Quantity.of(row.getBigDecimal("ready_quantity")));
    return new Picked(
        new PickList(
            new OrderNumber(row.getString("order_number")),
            new PartyCode(row.getString("customer")),
            row.getString("customer_name"),
            Optional.ofNullable(row.getObject("wanted_on", LocalDate.class)),
            DispatchPriority.valueOf(row.getString("priority").toUpperCase(Locale.ROOT)),
            List.of(line)),
        Quantity.of(row.getBigDecimal("others_quantity")));
  }

  private List<PickList.Lot> lots(CompanyCode company, PickList.Line line, LocalDate day) {
    return jdbc.sql(
            """
            select lot, expires_on, sum(quantity) as on_hand
            from stock.movement left join stock.lot_expiry using (company, item, lot)
            where company = ? and item = ? and location = ? and lot is not null
              and (expires_on is null or expires_on >= ?)
            group by lot, expires_on having sum(quantity) > 0
            order by expires_on nulls last, min(sequence)
            """)
        .params(company.value(), line.item().value(), line.location().value(), day)
        .query(
            (row, n) ->
                new PickList.Lot(
                    new LotCode(row.getString("lot")),
                    Optional.ofNullable(row.getObject("expires_on", LocalDate.class)),
                    Quantity.of(row.getBigDecimal("on_hand"))))
        .list();
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
