package org.millrace.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.scenario.asset.AssetState;
import org.millrace.scenario.production.ProductionExpectations;

/**
 * The figures of a company at one moment: what lies and what it is worth, and the balance of each
 * account that moved, debit positive.
 */
final class Snapshot {
  private static final YearMonth LAST = YearMonth.of(2099, 12);
  private static final int UNIT_DECIMALS = 4;

  /** Goods and their value in the currency of the company. */
  record Stock(BigDecimal onHand, BigDecimal value) {
    static final Stock NONE = new Stock(BigDecimal.ZERO, BigDecimal.ZERO);

    Stock plus(Stock other) {
      return new Stock(onHand.add(other.onHand), value.add(other.value));
    }

    Stock negated() {
      return new Stock(onHand.negate(), value.negate());
    }

    /** One of them to 4 decimals; nothing where there is none. */
    Optional<BigDecimal> unit() {
      return onHand.signum() == 0
          ? Optional.empty()
          : Optional.of(value.divide(onHand, UNIT_DECIMALS, RoundingMode.HALF_UP));
    }
  }

  private final Map<String, Stock> pools = new LinkedHashMap<>();
  private final Map<String, Stock> items = new LinkedHashMap<>();
  private final Map<String, BigDecimal> accounts = new TreeMap<>();
  private final Map<String, BigDecimal> byReason = new TreeMap<>();
  private final List<AssetState> assets = new ArrayList<>();

  private Snapshot() {}

  static Snapshot of(World world) {
    Snapshot now = new Snapshot();
    for (String item : world.items()) {
      for (JsonNode place : world.books().get("stock/balances/" + item).path("places")) {
        Stock there = new Stock(decimal(place, "onHand"), decimal(place, "value"));
        now.pools.merge(place.path("location").asText(), there, Stock::plus);
        now.items.merge(item, there, Stock::plus);
      }
    }
    for (JsonNode row : world.books().get("ledger/trial-balance?month=" + LAST).path("rows")) {
      now.accounts.put(row.path("account").asText(), decimal(row, "closing"));
    }
    for (JsonNode row : world.books().get("stock/movements?size=500").path("rows")) {
      String lot = row.path("lot").asText("");
      if (!lot.isEmpty()) {
        Stock moved = new Stock(decimal(row, "quantity"), decimal(row, "value"));
        now.pools.merge(lot, moved, Stock::plus);
      }
      now.byReason.merge(row.path("reason").asText(), decimal(row, "value"), BigDecimal::add);
    }
    world.assets().forEach(asset -> now.assets.add(AssetState.of(world.books(), asset)));
    return now;
  }

  private static BigDecimal decimal(JsonNode row, String name) {
    return new BigDecimal(row.path(name).asText("0"));
  }

  /** All goods. */
  Stock stock() {
    return items.values().stream().reduce(Stock.NONE, Stock::plus);
  }

  /** What all movements for a reason added to the value of the stock. */
  BigDecimal booked(String reason) {
    return byReason.getOrDefault(reason, BigDecimal.ZERO);
  }

  /** The fixed assets in the order of their acquisition. */
  List<AssetState> assets() {
    return List.copyOf(assets);
  }

  /** What work orders are compared with. */
  ProductionExpectations.Figures figures() {
    return new ProductionExpectations.Figures(
        this::account, code -> item(code).value(), code -> item(code).unit(), stock().value());
  }

  /** The goods of one item. */
  Stock item(String code) {
    return items.getOrDefault(code, Stock.NONE);
  }

  /** The goods of one location, or of one lot. */
  Stock pool(String name) {
    return pools.getOrDefault(name, Stock.NONE);
  }

  /** The balance of an account, debit positive. */
  BigDecimal account(String code) {
    return accounts.getOrDefault(code, BigDecimal.ZERO);
  }
}
