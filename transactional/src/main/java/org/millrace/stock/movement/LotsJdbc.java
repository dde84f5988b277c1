package org.millrace.stock.movement;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotBalance;
import org.millrace.stock.LotCode;
import org.millrace.stock.valuation.ItemValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is there of lots, where each is valued by itself. */
@Component
class LotsJdbc {
  private final JdbcClient jdbc;

  LotsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is there of a lot, in all locations together. */
  record Lot(LotCode lot, Quantity onHand, @Sensitive Money value) {}

  List<Lot> of(CompanyCode company, Currency currency, ItemCode item) {
    return jdbc.sql(
            """
            select lot, on_hand, value_amount from stock.lot_balance
            where company = ? and item = ? order by lot
            """)
        .params(company.value(), item.value())
        .query(
            (row, n) ->
                new Lot(
                    new LotCode(row.getString("lot")),
                    Quantity.of(row.getBigDecimal("on_hand")),
                    Money.of(row.getBigDecimal("value_amount"), currency)))
        .list();
  }

  /** What lay of each lot at a location at a moment. */
  List<LotBalance> at(
      CompanyCode company, LocationCode location, Collection<ItemCode> items, Instant moment) {
    return jdbc.sql(
            """
            select item, lot, sum(quantity) as on_hand from stock.movement
            where company = ? and location = ? and item = any(?) and lot is not null
              and coalesce(effective_at, occurred_at) <= ?
            group by item, lot having sum(quantity) <> 0 order by item, lot
            """)
        .params(
            company.value(),
            location.value(),
            items.stream().map(ItemCode::value).toArray(String[]::new),
            Timestamp.from(moment))
        .query(
            (row, n) ->
                new LotBalance(
                    new ItemCode(row.getString("item")),
                    new LotCode(row.getString("lot")),
                    Quantity.of(row.getBigDecimal("on_hand"))))
        .list();
  }

  /** What lies of items by location and lot, also of none. */
  Map<TrackedGoods.Place, Quantity> lying(CompanyCode company, Collection<ItemCode> items) {
    Map<TrackedGoods.Place, Quantity> lying = new HashMap<>();
    jdbc.sql(
            """
            select item, location, lot, sum(quantity) as on_hand from stock.movement
            where company = ? and item = any(?)
            group by item, location, lot having sum(quantity) <> 0
            """)
        .params(company.value(), items.stream().map(ItemCode::value).toArray(String[]::new))
        .query(
            row -> {
              lying.put(
                  new TrackedGoods.Place(
                      new ItemCode(row.getString("item")),
                      new LocationCode(row.getString("location")),
                      Optional.ofNullable(row.getString("lot")).map(LotCode::new)),
                  Quantity.of(row.getBigDecimal("on_hand")));
            });
    return lying;
  }

  /** The lots of an item that a document moved, that which it moved first before the others. */
  List<LotCode> moved(CompanyCode company, DocumentRef document, ItemCode item) {
    return jdbc.sql(
            """
            select lot from stock.movement
            where company = ? and document_number = ? and document_type = ?
              and document_domain = ? and item = ? and lot is not null
            group by lot order by min(sequence)
            """)
        .params(
            company.value(), document.number(), document.type(), document.domain(), item.value())
        .query((row, n) -> new LotCode(row.getString("lot")))
        .list();
  }

  /** The last days on which lots of items are good, where they are known. */
  Map<ExpiringGoods.Lot, LocalDate> expiries(CompanyCode company, Collection<ItemCode> items) {
    Map<ExpiringGoods.Lot, LocalDate> days = new HashMap<>();
    jdbc.sql("select * from stock.lot_expiry where company = ? and item = any(?)")
        .params(company.value(), items.stream().map(ItemCode::value).toArray(String[]::new))
        .query(
            row -> {
              days.put(
                  new ExpiringGoods.Lot(
                      new ItemCode(row.getString("item")), new LotCode(row.getString("lot"))),
                  row.getObject("expires_on", LocalDate.class));
            });
    return days;
  }

  void learn(CompanyCode company, Map<ExpiringGoods.Lot, LocalDate> days) {
    String sql =
        "insert into stock.lot_expiry (company, item, lot, expires_on) values (?, ?, ?, ?)";
    days.forEach(
        (lot, day) ->
            jdbc.sql(sql)
                .params(company.value(), lot.item().value(), lot.lot().value(), day)
                .update());
  }

  void keep(CompanyCode company, Map<ItemCode, Map<String, ItemValue>> items) {
    List<String[]> rows = new ArrayList<>();
    items.forEach(
        (item, lots) ->
            lots.forEach(
                (lot, there) -> {
                  if (!lot.isEmpty()) {
                    rows.add(
                        new String[] {
                          item.value(),
                          lot,
                          there.onHand().toString(),
                          there.value().amount().toPlainString()
                        });
                  }
                }));
    if (rows.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into stock.lot_balance (company, item, lot, on_hand, value_amount)
            select ?, n.* from unnest(?::text[], ?::text[], ?::numeric[], ?::numeric[]) as n
            on conflict (company, item, lot) do update
              set on_hand = excluded.on_hand, value_amount = excluded.value_amount
            """)
        .params(company.value(), column(rows, 0), column(rows, 1), column(rows, 2), column(rows, 3))
        .update();
  }

  private static String[] column(List<String[]> rows, int at) {
    return rows.stream().map(row -> row[at]).toArray(String[]::new);
  }
}
