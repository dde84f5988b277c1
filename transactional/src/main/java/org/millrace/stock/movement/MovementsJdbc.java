package org.millrace.stock.movement;

import java.math.BigDecimal;
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
import org.millrace.item.MovedItems;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.Balance;
import org.millrace.stock.Brought;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.valuation.Basis;
import org.millrace.stock.valuation.ItemValue;
import org.millrace.stock.valuation.LineKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MovementsJdbc implements MovedItems {
  private static final int COST_DECIMALS = 6;
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
          "charged",
          "difference",
          "lot",
          "back_of_domain",
          "back_of_type",
          "back_of_number",
          "effective_at",
          "charged_quantity");

  /** What lies where, how much up to there, and the value of the item that each place shares. */
  static final String SHARES =
      """
      select b.item, b.location, b.on_hand, v.on_hand as item_on_hand, v.value_amount,
        v.average_cost, b.value_amount as own_value,
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

  /** Those of the locations that the company has, and why goods there are held, if they are. */
  Map<LocationCode, Optional<String>> locations(
      CompanyCode company, Collection<LocationCode> asked) {
    Map<LocationCode, Optional<String>> known = new HashMap<>();
    jdbc.sql("select code, quarantine from stock.location where company = ? and code = any(?)")
        .params(company.value(), texts(asked, LocationCode::value))
        .query(
            row -> {
              known.put(
                  new LocationCode(row.getString("code")),
                  Optional.ofNullable(row.getString("quarantine")));
            });
    return known;
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

  Map<ItemCode, Quantity> movedAfter(
      CompanyCode company, LocationCode location, Collection<ItemCode> asked, Instant moment) {
    Map<ItemCode, Quantity> moved = new HashMap<>();
    jdbc.sql(
            """
            select item, sum(quantity) as moved from stock.movement
            where company = ? and location = ? and item = any(?)
              and coalesce(effective_at, occurred_at) > ?
            group by item having sum(quantity) <> 0
            """)
        .params(
            company.value(),
            location.value(),
            texts(asked, ItemCode::value),
            Timestamp.from(moment))
        .query(
            row -> {
              moved.put(
                  new ItemCode(row.getString("item")), Quantity.of(row.getBigDecimal("moved")));
            });
    return moved;
  }

  List<Movement> history(CompanyCode company, Currency currency, Collection<ItemCode> items) {
    return jdbc.sql(
            "select * from stock.movement where company = ? and item = any(?) order by sequence")
        .params(company.value(), texts(items, ItemCode::value))
        .query((row, n) -> movement(row, currency))
        .list();
  }

  @Override
  public Set<ItemCode> moved(CompanyCode company, Collection<ItemCode> items) {
    return new HashSet<>(
        jdbc.sql("select item from stock.valuation where company = ? and item = any(?)")
            .params(company.value(), texts(items, ItemCode::value))
            .query((row, n) -> new ItemCode(row.getString("item")))
            .list());
  }

  List<Brought> brought(CompanyCode company, Currency currency, Collection<String> numbers) {
    return jdbc.sql(
            """
            select document_domain, document_type, document_number, item,
              sum(quantity) as quantity, sum(value_amount) as value_amount
            from stock.movement
            where company = ? and document_number = any(?) and quantity > 0
              and corrects_number is null and reason <> 'transfer'
            group by document_domain, document_type, document_number, item
            order by document_number, min(sequence)
            """)
        .params(company.value(), texts(numbers, n -> n))
        .query(
            (row, n) ->
                new Brought(
                    document(row),
                    new ItemCode(row.getString("item")),
                    Quantity.of(row.getBigDecimal("quantity")),
                    Money.of(row.getBigDecimal("value_amount"), currency)))
        .list();
  }

  private static DocumentRef document(ResultSet row) throws SQLException {
    return new DocumentRef(
        row.getString("document_domain"),
        row.getString("document_type"),
        row.getString("document_number"));
  }

  void add(CompanyCode company, List<Movement> movements) {
    bulk.copy("stock.movement", COLUMNS, movements.stream().map(m -> row(company, m)).toList());
  }

  /** Keeps how items stand. */
  void keep(CompanyCode company, Map<ItemCode, Standing> standings) {
    List<Map.Entry<ItemCode, Standing>> rows = new ArrayList<>(standings.entrySet());
    jdbc.sql(
            """
            update stock.valuation v
            set on_hand = n.on_hand, value_amount = n.value_amount, average_cost = n.average_cost,
              last_occurred_at = n.last_occurred_at, costed = n.costed,
              basis_on_hand = n.basis_on_hand, basis_value = n.basis_value
            from unnest(?::text[], ?::numeric[], ?::numeric[], ?::numeric[], ?::timestamptz[],
              ?::boolean[], ?::numeric[], ?::numeric[])
              as n (item, on_hand, value_amount, average_cost, last_occurred_at, costed,
                basis_on_hand, basis_value)
            where v.company = ? and v.item = n.item
            """)
        .params(
            texts(rows, r -> r.getKey().value()),
            texts(rows, r -> r.getValue().value().onHand().toString()),
            texts(rows, r -> r.getValue().value().value().amount().toPlainString()),
            texts(rows, r -> r.getValue().value().averageCost().amount().toPlainString()),
            texts(rows, r -> r.getValue().last().map(Instant::toString).orElse(null)),
            rows.stream().map(r -> r.getValue().costed()).toArray(Boolean[]::new),
            texts(rows, r -> r.getValue().basis().onHand().toString()),
            texts(rows, r -> r.getValue().basis().value().amount().toPlainString()),
            company.value())
        .update();
  }

  /** Keeps what lies where, and what it is worth where each place is valued by itself. */
  void keep(
      CompanyCode company,
      Map<Movement.Place, Quantity> onHand,
      Map<Movement.Place, Money> values) {
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
    List<Map.Entry<Movement.Place, Money>> worth = new ArrayList<>(values.entrySet());
    if (!worth.isEmpty()) {
      jdbc.sql(
              """
              update stock.balance b set value_amount = n.value_amount
              from unnest(?::text[], ?::text[], ?::numeric[]) as n (item, location, value_amount)
              where b.company = ? and b.item = n.item and b.location = n.location
              """)
          .params(
              texts(worth, p -> p.getKey().item().value()),
              texts(worth, p -> p.getKey().location().value()),
              texts(worth, p -> p.getValue().amount().toPlainString()),
              company.value())
          .update();
    }
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
      worth.corrects().map(LineKey::number),
      worth.corrects().map(LineKey::line),
      worth.change() == Movement.Change.COVERING,
      worth.change() == Movement.Change.CHARGED,
      worth.change() == Movement.Change.DIFFERENCE,
      movement.trace().lot(),
      movement.trace().backOf().map(DocumentRef::domain),
      movement.trace().backOf().map(DocumentRef::type),
      movement.trace().backOf().map(DocumentRef::number),
      movement.trace().effectiveAt(),
      movement.trace().charged()
    };
  }

  private static Movement movement(ResultSet row, Currency currency) throws SQLException {
    Movement.Cause cause =
        new Movement.Cause(
            reason(row),
            document(row),
            row.getObject("occurred_at", OffsetDateTime.class).toInstant());
    Optional<Money> given =
        Optional.ofNullable(row.getBigDecimal("given_cost")).map(c -> Money.of(c, currency));
    int line = row.getInt("corrects_line");
    Movement.Worth worth =
        new Movement.Worth(
            Money.of(row.getBigDecimal("unit_cost"), currency),
            Money.of(row.getBigDecimal("value_amount"), currency),
            Optional.ofNullable(row.getString("corrects_number"))
                .map(number -> new LineKey(number, line)),
            change(row));
    return new Movement(
        new LineKey(row.getString("number"), row.getInt("line")),
        cause,
        place(row),
        Quantity.of(row.getBigDecimal("quantity")),
        given,
        worth,
        trace(row));
  }

  private static Movement.Trace trace(ResultSet row) throws SQLException {
    Optional<DocumentRef> backOf = Optional.empty();
    if (row.getString("back_of_number") != null) {
      backOf =
          Optional.of(
              new DocumentRef(
                  row.getString("back_of_domain"),
                  row.getString("back_of_type"),
                  row.getString("back_of_number")));
    }
    return new Movement.Trace(
        Optional.ofNullable(row.getString("lot")).map(LotCode::new),
        backOf,
        Optional.ofNullable(row.getObject("effective_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getBigDecimal("charged_quantity")).map(Quantity::of));
  }

  private static Movement.Change change(ResultSet row) throws SQLException {
    if (row.getBoolean("charged")) {
      return Movement.Change.CHARGED;
    }
    if (row.getBoolean("difference")) {
      return Movement.Change.DIFFERENCE;
    }
    return row.getBoolean("covering") ? Movement.Change.COVERING : Movement.Change.VALUED;
  }

  static Balance balance(ResultSet row, Currency currency) throws SQLException {
    Quantity onHand = Quantity.of(row.getBigDecimal("on_hand"));
    Quantity until = Quantity.of(row.getBigDecimal("until"));
    ItemValue item = value(row, "item_on_hand", currency);
    Movement.Place place = place(row);
    BigDecimal own = row.getBigDecimal("own_value");
    if (own == null) {
      Money value = item.share(until.minus(onHand), onHand);
      return new Balance(place.item(), place.location(), onHand, item.averageCost(), value);
    }
    Money value = Money.of(own, currency);
    Money cost = onHand.isPositive() ? value.dividedBy(onHand, COST_DECIMALS) : item.averageCost();
    return new Balance(place.item(), place.location(), onHand, cost, value);
  }

  private static Standing standing(ResultSet row, Currency currency) throws SQLException {
    Optional<Instant> last =
        Optional.ofNullable(row.getTimestamp("last_occurred_at")).map(Timestamp::toInstant);
    Basis basis =
        new Basis(
            Quantity.of(row.getBigDecimal("basis_on_hand")),
            Money.of(row.getBigDecimal("basis_value"), currency));
    return new Standing(value(row, "on_hand", currency), basis, last, row.getBoolean("costed"));
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
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static MoveReason reason(ResultSet row) throws SQLException {
    return MoveReason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }
}
