package org.millrace.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.item.ItemCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.EventHead;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/** A stock that never runs out, of items at one cost each; it keeps what it was asked for. */
public final class TestingStock implements Stock {
  private final Currency currency;
  private final Map<ItemCode, Money> costs = new TreeMap<>();
  private final List<GoodsMove> moves = new ArrayList<>();
  private final List<PlannedGoods> planned = new ArrayList<>();
  private final List<CostCharge> charges = new ArrayList<>();

  public TestingStock(Currency currency) {
    this.currency = currency;
  }

  /** The same stock, where one of that item costs so much. */
  public TestingStock having(ItemCode item, String unitCost) {
    costs.put(item, Money.of(new BigDecimal(unitCost), currency));
    return this;
  }

  public List<GoodsMove> moves() {
    return List.copyOf(moves);
  }

  public List<PlannedGoods> planned() {
    return List.copyOf(planned);
  }

  public List<CostCharge> charges() {
    return List.copyOf(charges);
  }

  /** The event of goods of a document that turned out to cost so much more. */
  public static GoodsMoved revalued(
      CompanyCode company, MoveReason reason, DocumentRef document, ItemCode item, Money more) {
    Money none = Money.zero(more.currency());
    Instant at = Instant.parse("2026-03-20T08:00:00Z");
    return new GoodsMoved(
        EventHead.of(company, "stock:" + item, 1, at),
        "SM-000001",
        reason,
        document,
        more.currency(),
        List.of(
            new GoodsMoved.Line(
                1,
                item,
                LocationCode.MAIN,
                Quantity.ZERO,
                none,
                more.negated(),
                Quantity.ZERO,
                none)),
        Optional.of(LocalDate.of(2026, 3, 20)));
  }

  @Override
  public List<GoodsMoved> move(CompanyCode company, List<GoodsMove> wanted) {
    moves.addAll(wanted);
    return wanted.stream().map(move -> moved(company, move)).toList();
  }

  private GoodsMoved moved(CompanyCode company, GoodsMove move) {
    List<GoodsMoved.Line> lines = new ArrayList<>();
    for (GoodsMove.Line line : move.lines()) {
      Money cost =
          line.unitCost().orElseGet(() -> costs.getOrDefault(line.item(), Money.zero(currency)));
      lines.add(
          new GoodsMoved.Line(
              lines.size() + 1,
              line.item(),
              line.location(),
              line.quantity(),
              cost,
              cost.times(line.quantity()).rounded(),
              Quantity.of(1_000),
              cost));
    }
    return new GoodsMoved(
        EventHead.of(company, "stock-movement:" + moves.size(), 1, move.occurredAt()),
        "SM-" + moves.size(),
        move.reason(),
        move.document(),
        currency,
        lines,
        Optional.empty());
  }

  @Override
  public void charge(CompanyCode company, CostCharge charge) {
    charges.add(charge);
  }

  @Override
  public List<Balance> balances(CompanyCode company, Collection<ItemCode> items) {
    return List.of();
  }

  @Override
  public List<Balance> lying(CompanyCode company, LocationCode location) {
    return List.of();
  }

  @Override
  public void plan(CompanyCode company, List<PlannedGoods> goods) {
    planned.addAll(goods);
  }

  @Override
  public Map<ItemCode, Quantity> free(
      CompanyCode company, Collection<ItemCode> items, DocumentRef who) {
    return Map.of();
  }
}
