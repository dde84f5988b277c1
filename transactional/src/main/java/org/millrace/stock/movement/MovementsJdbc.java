package org.millrace.stock.movement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.millrace.database.BulkRows;
import org.millrace.item.ItemCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.Balance;
import org.millrace.stock.LocationCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.valuation.ItemValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MovementsJdbc {
  private static final List<String> COLUMNS =
      List.of(
          "company",
          "number",
          "line",
          "reason",
          "document_domain",
          "document_type",
          "document_number",
          "occurred_at",
          "item",
          "location",
          "quantity",
          "given_cost",
          "unit_cost",
          "value_amount",
          "corrects_number",
          "corrects_line",
          "covering",
          "charged");

  /** What lies where, how much up to there, and the value of the item that each place shares. */
  static final String SHARES =
      """
      select b.item, b.location, b.on_hand, v.on_hand as item_on_hand, v.value_amount,
        v.average_cost,
        sum(b.on_hand) over (partition by b.item order by b.location collate "C") as until
      from stock.balance b join stock.valuation v using (company, item)
      """;

  private final JdbcClient jdbc;
  private final BulkRows bulk;

  MovementsJdbc(JdbcClient jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  List<String> numbers(int count) {
    return jdbc.sql(
            """
            select 'GM-' || lpad(nextval('stock.move_number')::text, 9, '0')
            from generate_series(1, ?)
            """)
        .param(count)
        .query(String.class)
        .list();
  }

  Set<LocationCode> locations(CompanyCode company, Collection<LocationCode> asked) {
    return new HashSet<>(
        jdbc.sql("select code from stock.location where company = ? and code = any(?)")
            .params(company.value(), texts(asked, LocationCode::value))
            .query((row, n) -> new LocationCode(row.getString("code")))
            .list());
  }

  Map<ItemCode, Standing> locked(
      CompanyCode company, Currency currency, Collection<ItemCode> items) {
    Map<ItemCode, Standing> standings = new HashMap<>();
    jdbc.sql(
            """
            select * from stock.valuation where company = ? and item = any(?)
            order by item for update
            """)
        .params(company.value(), texts(items, ItemCode::value))
        .query(
            row -> {
              standings.put(new ItemCode(row.getString("item")), standing(row, currency));
            });
    return standings;
  }

  /** Begins the valuation of items that never moved. */
  void start(CompanyCode company, List<ItemCode> items) {
    jdbc.sql(
            """
            insert into stock.valuation (company, item) select ?, unnest(?::text[])
            on conflict do nothing
            """)
        .params(company.value(), texts(items, ItemCode::value))
        .update();
  }

  Map<Movement.Place, Quantity> onHand(CompanyCode company, Collection<ItemCode> items) {
    Map<Movement.Place, Quantity> onHand = new HashMap<>();
    jdbc.sql(
            "select item, location, on_hand from stock.balance where company = ? and item = any(?)")
        .params(company.value(), texts(items, ItemCode::value))
        .query(
            row -> {
              onHand.put(place(row), Quantity.of(row.getBigDecimal("on_hand")));
            });
    return onHand;
  }

  List<Balance> balances(CompanyCode company, Currency currency, Collection<ItemCode> items) {
    return jdbc.sql(SHARES + "where company = ? and item = any(?) order by item, location")
        .params(company.value(), texts(items, ItemCode::value))
        .query((row, n) -> balance(row, currency))
        .list();
  }

  List<Balance> lying(CompanyCode company, Currency currency, LocationCode location) {
    return jdbc.sql(
            """
            select * from (%s where company = :company and item in (
              select item from stock.balance
              where company = :company and location = :location and on_hand <> 0)) shares
            where location = :location order by item
            """
                .formatted(SHARES))
        .param("company", company.value())
        .param("location", location.value())
        .query((row, n) -> balance(row, currency))
        .list();
  }

  List<Movement> history(CompanyCode company, Currency currency, Collection<ItemCode> items) {
    return jdbc.sql(
            "select * from stock.movement where company = ? and item = any(?) order by sequence")
        .params(company.value(), texts(items, ItemCode::value))
        .query((row, n) -> movement(row, currency))
        .list();
  }

  void add(CompanyCode company, List<Movement> movements) {
    bulk.copy("stock.movement", COLUMNS, movements.stream().map(m -> row(company, m)).toList());
  }

  /** Keeps how items stand and what lies where. */
  void keep(
      CompanyCode company,
      Map<ItemCode, Standing> standings,
      Map<Movement.Place, Quantity> onHand) {
    List<Map.Entry<ItemCode, Standing>> rows = new ArrayList<>(standings.entrySet());
    jdbc.sql(
            """
            update stock.valuation v
            set on_hand = n.on_hand, value_amount = n.value_amount, average_cost = n.average_cost,
              last_occurred_at = n.last_occurred_at, costed = n.costed
            from unnest(?::text[], ?::numeric[], ?::numeric[], ?::numeric[], ?::timestamptz[],
              ?::boolean[])
              as n (item, on_hand, value_amount, average_cost, last_occurred_at, costed)
            where v.company = ? and v.item = n.item
            """)
        .params(
            texts(rows, r -> r.getKey().value()),
            texts(rows, r -> r.getValue().value().onHand().toString()),
            texts(rows, r -> r.getValue().value().value().amount().toPlainString()),
            texts(rows, r -> r.getValue().value().averageCost().amount().toPlainString()),
            texts(rows, r -> r.getValue().last().map(Instant::toString).orElse(null)),
            rows.stream().map(r -> r.getValue().costed()).toArray(Boolean[]::new),
            company.value())
        .update();
    List<Map.Entry<Movement.Place, Quantity>> places = new ArrayList<>(onHand.entrySet());
    jdbc.sql(
            """
            insert into stock.balance (company, item, location, on_hand)
            select ?, n.* from unnest(?::text[], ?::text[], ?::numeric[]) as n
            on conflict (company, item, location) do update set on_hand = excluded.on_hand
            """)
        .params(
            company.value(),
            texts(places, p -> p.getKey().item().value()),
            texts(places, p -> p.getKey().location().value()),
            texts(places, p -> p.getValue().toString()))
        .update();
  }

  private static Object[] row(CompanyCode company, Movement movement) {
    Movement.Worth worth = movement.worth();
    return new Object[] {
      company,
      movement.key().number(),
      movement.key().line(),
      word(movement.cause().reason()),
      movement.cause().document().domain(),
      movement.cause().document().type(),
      movement.cause().document().number(),
      movement.cause().occurredAt(),
      movement.place().item(),
      movement.place().location(),
      movement.quantity(),
      movement.givenCost(),
      worth.unitCost(),
      worth.value(),
      worth.corrects().map(Movement.Key::number),
      worth.corrects().map(Movement.Key::line),
      worth.change() == Movement.Change.COVERING,
      worth.change() == Movement.Change.CHARGED
    };
  }

  private static Movement movement(ResultSet row, Currency currency) throws SQLException {
    Movement.Cause cause =
        new Movement.Cause(
            MoveReason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
            new DocumentRef(
                row.getString("document_domain"),
                row.getString("document_type"),
                row.getString("document_number")),
            row.getObject("occurred_at", OffsetDateTime.class).toInstant());
    Optional<Money> given =
        Optional.ofNullable(row.getBigDecimal("given_cost")).map(c -> Money.of(c, currency));
    int line = row.getInt("corrects_line");
    Movement.Worth worth =
        new Movement.Worth(
            Money.of(row.getBigDecimal("unit_cost"), currency),
            Money.of(row.getBigDecimal("value_amount"), currency),
            Optional.ofNullable(row.getString("corrects_number"))
                .map(number -> new Movement.Key(number, line)),
            change(row));
    return new Movement(
        new Movement.Key(row.getString("number"), row.getInt("line")),
        cause,
        place(row),
        Quantity.of(row.getBigDecimal("quantity")),
        given,
        worth);
  }

  private static Movement.Change change(ResultSet row) throws SQLException {
    if (row.getBoolean("charged")) {
      return Movement.Change.CHARGED;
    }
    return row.getBoolean("covering") ? Movement.Change.COVERING : Movement.Change.VALUED;
  }

  static Balance balance(ResultSet row, Currency currency) throws SQLException {
    Quantity onHand = Quantity.of(row.getBigDecimal("on_hand"));
    Quantity until = Quantity.of(row.getBigDecimal("until"));
    ItemValue item = value(row, "item_on_hand", currency);
    Movement.Place place = place(row);
    Money value = item.share(until.minus(onHand), onHand);
    return new Balance(place.item(), place.location(), onHand, item.averageCost(), value);
  }

  private static Standing standing(ResultSet row, Currency currency) throws SQLException {
    Optional<Instant> last =
        Optional.ofNullable(row.getTimestamp("last_occurred_at")).map(Timestamp::toInstant);
    return new Standing(value(row, "on_hand", currency), last, row.getBoolean("costed"));
  }

  private static ItemValue value(ResultSet row, String onHand, Currency currency)
      throws SQLException {
    return new ItemValue(
        Quantity.of(row.getBigDecimal(onHand)),
        Money.of(row.getBigDecimal("value_amount"), currency),
        Money.of(row.getBigDecimal("average_cost"), currency));
  }

  private static Movement.Place place(ResultSet row) throws SQLException {
    return new Movement.Place(
        new ItemCode(row.getString("item")), new LocationCode(row.getString("location")));
  }

  private static String word(MoveReason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  private static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }
}
