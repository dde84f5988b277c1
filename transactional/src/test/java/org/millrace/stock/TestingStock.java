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
import java.util.stream.Collectors;
import org.millrace.item.ItemCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.EventHead;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * A stock of items at one cost each, which keeps what it was asked for. It never runs out of what
 * was not said to lie somewhere.
 */
public final class TestingStock implements Stock {
  private final Currency currency;
  private final Map<ItemCode, Money> costs = new TreeMap<>();
  private final Map<ItemCode, Map<LocationCode, Quantity>> lying = new TreeMap<>();
  private final List<GoodsMove> moves = new ArrayList<>();
  private final List<PlannedGoods> planned = new ArrayList<>();
  private final List<CostCharge> charges = new ArrayList<>();
  private final List<NewCost> newCosts = new ArrayList<>();
  private final List<Brought> brought = new ArrayList<>();

  public TestingStock(Currency currency) {
    this.currency = currency;
  }

  /** The same stock, where one of that item costs so much. */
  public TestingStock having(ItemCode item, String unitCost) {
    costs.put(item, Money.of(new BigDecimal(unitCost), currency));
    return this;
  }

  /** The same stock, where so much of that item lies at a location. */
  public TestingStock lying(ItemCode item, LocationCode location, String quantity) {
    lying.computeIfAbsent(item, i -> new TreeMap<>()).put(location, Quantity.of(quantity));
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
                none,
                Optional.empty(),
                Optional.empty())),
        Optional.of(LocalDate.of(2026, 3, 20)),
        Optional.empty());
  }

  @Override
  public List<GoodsMoved> move(CompanyCode company, List<GoodsMove> wanted) {
    moves.addAll(wanted);
    return wanted.stream().map(move -> moved(company, move)).toList();
  }

  private GoodsMoved moved(CompanyCode company, GoodsMove move) {
    List<GoodsMoved.Line> lines = new ArrayList<>();
    for (GoodsMove.Line line : move.lines()) {
      Money cost = line.unitCost().orElseGet(() -> cost(line));
      lines.add(
          new GoodsMoved.Line(
              lines.size() + 1,
              line.item(),
              line.location(),
              line.quantity(),
              cost,
              cost.times(line.quantity()).rounded(),
              after(line),
              cost,
              Optional.empty(),
              Optional.empty()));
    }
    return new GoodsMoved(
        EventHead.of(company, "stock-movement:" + moves.size(), 1, move.occurredAt()),
        "SM-" + moves.size(),
        move.reason(),
        move.document(),
        currency,
        lines,
        Optional.empty(),
        Optional.empty());
  }

  /** What goods that go back cost when they came, else what is said of the item. */
  private Money cost(GoodsMove.Line line) {
    return moves.stream()
        .filter(move -> line.backOf().filter(move.document()::equals).isPresent())
        .flatMap(move -> move.lines().stream())
        .filter(came -> came.item().equals(line.item()))
        .flatMap(came -> came.unitCost().stream())
        .findFirst()
        .orElseGet(() -> costs.getOrDefault(line.item(), Money.zero(currency)));
  }

  private Quantity after(GoodsMove.Line line) {
    Map<LocationCode, Quantity> places = lying.get(line.item());
    return places == null
        ? Quantity.of(1_000)
        : places.merge(line.location(), line.quantity(), Quantity::plus);
  }

  @Override
  public void charge(CompanyCode company, List<CostCharge> wanted) {
    charges.addAll(wanted);
  }

  @Override
  public Money revalue(CompanyCode company, NewCost cost) {
    newCosts.add(cost);
    return cost.unitCost();
  }

  public List<NewCost> newCosts() {
    return List.copyOf(newCosts);
  }

  /** The same stock, where a document brought so much of an item in. */
  public TestingStock bringing(Brought goods) {
    brought.add(goods);
    return this;
  }

  @Override
  public List<Brought> brought(CompanyCode company, Collection<String> numbers) {
    return brought.stream().filter(b -> numbers.contains(b.document().number())).toList();
  }

  @Override
  public List<Balance> balances(CompanyCode company, Collection<ItemCode> items) {
    List<Balance> balances = new ArrayList<>();
    lying.forEach(
        (item, places) ->
            places.forEach(
                (location, quantity) -> balances.add(balance(item, location, quantity))));
    return balances.stream().filter(balance -> items.contains(balance.item())).toList();
  }

  private Balance balance(ItemCode item, LocationCode location, Quantity quantity) {
    Money cost = costs.getOrDefault(item, Money.zero(currency));
    return new Balance(item, location, quantity, cost, cost.times(quantity).rounded());
  }

  @Override
  public Optional<LotCode> lot(CompanyCode company, DocumentRef document, ItemCode item) {
    return Optional.empty();
  }

  @Override
  public Map<ItemCode, Quantity> movedAfter(
      CompanyCode company, LocationCode location, Collection<ItemCode> items, Instant moment) {
    return moves.stream()
        .filter(move -> move.occurredAt().isAfter(moment))
        .flatMap(move -> move.lines().stream())
        .filter(line -> line.location().equals(location) && items.contains(line.item()))
        .collect(Collectors.toMap(GoodsMove.Line::item, GoodsMove.Line::quantity, Quantity::plus));
  }

  @Override
  public List<LotBalance> lots(
      CompanyCode company, LocationCode location, Collection<ItemCode> items, Instant moment) {
    Map<ItemCode, Map<LotCode, Quantity>> lots = new TreeMap<>();
    moves.stream()
        .filter(move -> !move.occurredAt().isAfter(moment))
        .flatMap(move -> move.lines().stream())
        .filter(line -> line.location().equals(location) && items.contains(line.item()))
        .forEach(
            line ->
                line.lot()
                    .ifPresent(
                        lot ->
                            lots.computeIfAbsent(line.item(), i -> new TreeMap<>())
                                .merge(lot, line.quantity(), Quantity::plus)));
    List<LotBalance> found = new ArrayList<>();
    lots.forEach(
        (item, own) -> own.forEach((lot, some) -> found.add(new LotBalance(item, lot, some))));
    return found.stream().filter(lot -> !lot.onHand().isZero()).toList();
  }

  @Override
  public List<Balance> lying(CompanyCode company, LocationCode location) {
    return balances(company, lying.keySet()).stream()
        .filter(balance -> balance.location().equals(location))
        .toList();
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
