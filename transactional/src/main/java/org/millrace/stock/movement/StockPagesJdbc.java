package org.millrace.stock.movement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.Balance;
import org.millrace.stock.LocationCode;
import org.millrace.stock.MoveReason;
import org.millrace.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of the stock, a page at a time. */
@Component
class StockPagesJdbc {
  private final JdbcClient jdbc;

  StockPagesJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A line of a movement as people read it; amounts in the company's currency. */
  record Row(
      String number,
      int line,
      Instant occurredAt,
      MoveReason reason,
      String documentKind,
      String document,
      ItemCode item,
      LocationCode location,
      Quantity quantity,
      @Sensitive Money unitCost,
      @Sensitive Money value) {}

  /** A number for a document of the stock itself. */
  String nextPaper() {
    return jdbc.sql("select 'SA-' || lpad(nextval('stock.move_number')::text, 9, '0')")
        .query(String.class)
        .single();
  }

  /** Of one item or at one location alone, where they are named. */
  record Place(Optional<ItemCode> item, Optional<LocationCode> location) {
    private String condition() {
      return item.map(i -> " and item = :item").orElse("")
          + location.map(l -> " and location = :location").orElse("");
    }

    private JdbcClient.StatementSpec named(JdbcClient.StatementSpec asked) {
      item.ifPresent(i -> asked.param("item", i.value()));
      location.ifPresent(l -> asked.param("location", l.value()));
      return asked;
    }
  }

  List<Balance> balances(CompanyCode company, Currency currency, Place place, PageRequest page) {
    return place
        .named(
            jdbc.sql(
                """
            with asked as materialized (
              select item, location from stock.balance
              where company = :company and (item ilike :pattern or location ilike :pattern)%s
              order by item, location limit :limit offset :offset
            ), shares as (
              %s where company = :company and item in (select item from asked)
            )
            select * from shares join asked using (item, location) order by item, location
            """
                    .formatted(place.condition(), MovementsJdbc.SHARES)))
        .param("company", company.value())
        .param("pattern", page.pattern())
        .param("limit", page.limit())
        .param("offset", page.offset())
        .query((row, n) -> MovementsJdbc.balance(row, currency))
        .list();
  }

  List<Row> movements(CompanyCode company, Currency currency, Place place, PageRequest page) {
    return place
        .named(
            jdbc.sql(
                """
            select * from stock.movement
            where company = :company and (item ilike :pattern or document_number ilike :pattern
              or location ilike :pattern or number ilike :pattern)%s
            order by sequence desc limit :limit offset :offset
            """
                    .formatted(place.condition())))
        .param("company", company.value())
        .param("pattern", page.pattern())
        .param("limit", page.limit())
        .param("offset", page.offset())
        .query((row, n) -> row(row, currency))
        .list();
  }

  /** The lines of one movement, none when there is no such. */
  List<Row> movement(CompanyCode company, Currency currency, String number) {
    return jdbc.sql("select * from stock.movement where company = ? and number = ? order by line")
        .params(company.value(), number)
        .query((row, n) -> row(row, currency))
        .list();
  }

  private static Row row(ResultSet row, Currency currency) throws SQLException {
    return new Row(
        row.getString("number"),
        row.getInt("line"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        MoveReason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
        row.getString("document_domain") + "/" + row.getString("document_type"),
        row.getString("document_number"),
        new ItemCode(row.getString("item")),
        new LocationCode(row.getString("location")),
        Quantity.of(row.getBigDecimal("quantity")),
        Money.of(row.getBigDecimal("unit_cost"), currency),
        Money.of(row.getBigDecimal("value_amount"), currency));
  }
}
