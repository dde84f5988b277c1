package org.millrace.stock.reservation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.millrace.item.ItemCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The same shares as {@link Claims} hands out, over all items, a page at a time. */
@Component
class AvailabilityJdbc {
  private final JdbcClient jdbc;

  AvailabilityJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a document wants of an item, and what of it is reserved. */
  record Reserved(
      DocumentRef document,
      ItemCode item,
      LocationCode location,
      Quantity wanted,
      Quantity reserved) {}

  List<Availability> availability(CompanyCode company, PageRequest page) {
    return jdbc.sql(
            """
            with claimed as (
              select item, location, coalesce(sum(-quantity) filter (where quantity < 0), 0) wanted,
                coalesce(sum(quantity) filter (where quantity > 0), 0) on_order
              from stock.claim where company = :company and quantity <> 0 group by item, location),
            there as (
              select item, location, on_hand from stock.balance where company = :company)
            select item, location, coalesce(on_hand, 0) on_hand, coalesce(wanted, 0) wanted,
              coalesce(on_order, 0) on_order,
              least(greatest(coalesce(on_hand, 0), 0), coalesce(wanted, 0)) reserved
            from there full join claimed using (item, location)
            where item ilike :search or location ilike :search
            order by item, location limit :limit offset :offset
            """)
        .param("company", company.value())
        .param("search", page.pattern())
        .param("limit", page.limit())
        .param("offset", page.offset())
        .query((row, n) -> availability(row))
        .list();
  }

  List<Reserved> reservations(CompanyCode company, PageRequest page) {
    return jdbc.sql(
            """
            with wanting as (
              select c.*, -quantity wanted, greatest(coalesce(on_hand, 0), 0) there,
                coalesce(sum(-quantity) over (partition by c.item, c.location
                  order by wanted_on nulls first, turn
                  rows between unbounded preceding and 1 preceding), 0) before
              from stock.claim c left join stock.balance using (company, item, location)
              where company = :company and quantity < 0)
            select *, greatest(least(wanted, there - before), 0) reserved from wanting
            where item ilike :search or document_number ilike :search
            order by item, location, wanted_on nulls first, turn limit :limit offset :offset
            """)
        .param("company", company.value())
        .param("search", page.pattern())
        .param("limit", page.limit())
        .param("offset", page.offset())
        .query(
            (row, n) ->
                new Reserved(
                    new DocumentRef(
                        row.getString("document_domain"),
                        row.getString("document_type"),
                        row.getString("document_number")),
                    new ItemCode(row.getString("item")),
                    new LocationCode(row.getString("location")),
                    quantity(row, "wanted"),
                    quantity(row, "reserved")))
        .list();
  }

  private static Availability availability(ResultSet row) throws SQLException {
    Quantity onHand = quantity(row, "on_hand");
    Quantity reserved = quantity(row, "reserved");
    return new Availability(
        new ItemCode(row.getString("item")),
        new LocationCode(row.getString("location")),
        onHand,
        reserved,
        quantity(row, "wanted").minus(reserved),
        quantity(row, "on_order"),
        onHand.minus(reserved));
  }

  private static Quantity quantity(ResultSet row, String column) throws SQLException {
    return Quantity.of(row.getBigDecimal(column));
  }
}
