package org.millrace.stock.movement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import org.millrace.item.ItemCode;
import org.millrace.shared.CompanyCode;
import org.millrace.stock.Balance;
import org.millrace.stock.LocationCode;
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

  /** A movement as people read it; amounts in the company's currency. */
  record Row(
      String number,
      int line,
      Instant occurredAt,
      String reason,
      String document,
      ItemCode item,
      LocationCode location,
      BigDecimal quantity,
      BigDecimal unitCost,
      BigDecimal value) {}

  /** A number for a paper of the stock itself. */
  String nextPaper() {
    return jdbc.sql("select 'SA-' || lpad(nextval('stock.move_number')::text, 9, '0')")
        .query(String.class)
        .single();
  }

  List<Balance> balances(CompanyCode company, Currency currency, PageRequest page) {
    return jdbc.sql(
            """
            with asked as materialized (
              select item, location from stock.balance
              where company = :company and (item ilike :pattern or location ilike :pattern)
              order by item, location limit :limit offset :offset
            ), shares as (
              %s where company = :company and item in (select item from asked)
            )
            select * from shares join asked using (item, location) order by item, location
            """
                .formatted(MovementsJdbc.SHARES))
        .param("company", company.value())
        .param("pattern", page.pattern())
        .param("limit", page.limit())
        .param("offset", page.offset())
        .query((row, n) -> MovementsJdbc.balance(row, currency))
        .list();
  }

  List<Row> movements(CompanyCode company, PageRequest page) {
    return jdbc.sql(
            """
            select * from stock.movement
            where company = ? and (item ilike ? or document_number ilike ?)
            order by sequence desc limit ? offset ?
            """)
        .params(company.value(), page.pattern(), page.pattern(), page.limit(), page.offset())
        .query(
            (row, n) ->
                new Row(
                    row.getString("number"),
                    row.getInt("line"),
                    row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                    row.getString("reason"),
                    row.getString("document_number"),
                    new ItemCode(row.getString("item")),
                    new LocationCode(row.getString("location")),
                    row.getBigDecimal("quantity"),
                    row.getBigDecimal("unit_cost"),
                    row.getBigDecimal("value_amount")))
        .list();
  }
}
