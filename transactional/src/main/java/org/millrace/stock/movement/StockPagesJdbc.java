package org.millrace.stock.movement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.Listed;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.item.ItemCode;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.Balance;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.stock.MoveReason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of the stock, a page at a time. */
@Component
class StockPagesJdbc {
  private final JdbcClient jdbc;
  private final RowLists lists;
  private final MovementsJdbc movements;

  StockPagesJdbc(JdbcClient jdbc, RowLists lists, MovementsJdbc movements) {
    this.jdbc = jdbc;
    this.lists = lists;
    this.movements = movements;
  }

  /** A line of a movement as people read it; amounts in the company's currency. */
  @Listed(
      searched = {"item", "document", "location", "number"},
      key = "sequence desc")
  record Row(
      String number,
      int line,
      Instant occurredAt,
      MoveReason reason,
      String documentKind,
      String document,
      ItemCode item,
      LocationCode location,
      Optional<LotCode> lot,
      Quantity quantity,
      @Sensitive Money unitCost,
      @Sensitive Money value) {}

  /** A number for a document of the stock itself. */
  String nextPaper() {
    return jdbc.sql("select 'SA-' || lpad(nextval('stock.move_number')::text, 9, '0')")
        .query(String.class)
        .single();
  }

  /** What the list of balances is narrowed and sorted by. */
  @Listed(
      searched = {"item", "location"},
      key = {"item", "location"})
  record BalanceColumns(
      ItemCode item, LocationCode location, Quantity onHand, @Sensitive Money averageCost) {}

  ListAnswer<Balance> balances(CompanyCode company, Currency currency, ListRequest request) {
    String all =
        """
        select item, location, b.on_hand, v.average_cost
        from stock.balance b join stock.valuation v using (company, item) where company = ?
        """;
    ListAnswer<BalanceColumns> page =
        lists.page(BalanceColumns.class, Rows.of(company, all).in(currency), request);
    List<Movement.Place> places =
        page.rows().stream().map(row -> new Movement.Place(row.item(), row.location())).toList();
    List<ItemCode> items = places.stream().map(Movement.Place::item).distinct().toList();
    Map<Movement.Place, Balance> found =
        movements.balances(company, currency, items).stream()
            .collect(Collectors.toMap(b -> new Movement.Place(b.item(), b.location()), b -> b));
    return page.with(places.stream().map(found::get).filter(Objects::nonNull).toList());
  }

  ListAnswer<Row> movements(CompanyCode company, Currency currency, ListRequest request) {
    String all =
        """
        select sequence, number, line, occurred_at, reason,
          document_domain || '/' || document_type as document_kind, document_number as document,
          item, location, lot, quantity, unit_cost, value_amount as value
        from stock.movement where company = ?
        """;
    return lists.page(Row.class, Rows.of(company, all).in(currency), request);
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
        MovementsJdbc.reason(row),
        row.getString("document_domain") + "/" + row.getString("document_type"),
        row.getString("document_number"),
        new ItemCode(row.getString("item")),
        new LocationCode(row.getString("location")),
        Optional.ofNullable(row.getString("lot")).map(LotCode::new),
        Quantity.of(row.getBigDecimal("quantity")),
        Money.of(row.getBigDecimal("unit_cost"), currency),
        Money.of(row.getBigDecimal("value_amount"), currency));
  }
}
