package org.millrace.stock.count;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.UnitPrice;
import org.millrace.stock.Balance;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotBalance;
import org.millrace.stock.LotCode;
import org.millrace.stock.Stock;
import org.millrace.stock.count.Count.Goods;
import org.millrace.stock.count.Count.Line;
import org.millrace.stock.location.Places;

/** Lines of counts: what was found, beside what is booked there at the moment of the count. */
final class CountSheet {
  private static final int MOST_LINES = 1_000;

  private final Companies companies;
  private final Places places;
  private final Stock stock;

  CountSheet(Companies companies, Places places, Stock stock) {
    this.companies = companies;
    this.places = places;
    this.stock = stock;
  }

  /** What was found. */
  record Found(Optional<String> note, List<FoundLine> lines) {}

  /** How much of an item, once it was counted; goods found may name what one of them cost. */
  record FoundLine(
      ItemCode item,
      Optional<Quantity> countedQuantity,
      @Amount Optional<BigDecimal> unitCost,
      Optional<LotCode> lot) {
    FoundLine {
      Problems problems = new Problems();
      unitCost.ifPresent(cost -> UnitPrice.require(problems, "unitCost", cost));
      countedQuantity.ifPresent(
          counted ->
              problems.require(!counted.isNegative(), "countedQuantity", counted, "0 or more"));
      problems.refuse("Item " + item + " cannot be counted");
    }

    private Goods goods() {
      return new Goods(item, lot);
    }
  }

  /** The lines as they are counted; all that lies there, not yet counted, when none are named. */
  List<Line> lines(
      CompanyCode company,
      LocationCode location,
      List<FoundLine> found,
      Instant moment,
      String title) {
    Problems problems = new Problems();
    places.requireLocation(company, "location", location, problems);
    problems.refuse(title);
    List<FoundLine> counted = found.isEmpty() ? uncounted(company, location, moment) : found;
    problems.require(
        counted.size() <= MOST_LINES,
        "lines",
        counted.size() + " items",
        "at most %d on one sheet: name the items of each".formatted(MOST_LINES));
    requireOnce(counted, problems);
    List<ItemCode> items = counted.stream().map(FoundLine::item).toList();
    List<String> names = places.namesOfStocked(company, items, problems);
    problems.refuse(title);
    Currency currency = companies.named(company).currency();
    Map<Goods, Quantity> booked =
        booked(company, location, counted.stream().map(FoundLine::goods).toList(), moment);
    List<Line> lines = new ArrayList<>();
    for (FoundLine line : counted) {
      int at = lines.size();
      lines.add(
          Line.of(
              at + 1,
              new Count.Item(
                  line.item(),
                  names.get(at),
                  Objects.requireNonNull(booked.get(line.goods())),
                  line.lot()),
              line.countedQuantity(),
              line.unitCost().map(cost -> Money.of(cost, currency))));
    }
    return lines;
  }

  private static void requireOnce(List<FoundLine> lines, Problems problems) {
    Set<ItemCode> whole = new HashSet<>();
    Set<ItemCode> byLot = new HashSet<>();
    Set<Goods> seen = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      FoundLine line = lines.get(i);
      (line.lot().isEmpty() ? whole : byLot).add(line.item());
      boolean mixed = whole.contains(line.item()) && byLot.contains(line.item());
      problems.require(
          seen.add(line.goods()) && !mixed,
          "lines." + (i + 1) + ".item",
          line.item(),
          "each item once: add up what was found of it");
    }
  }

  /** All that lies there, by lot where the lots are all of it. */
  private List<FoundLine> uncounted(CompanyCode company, LocationCode location, Instant moment) {
    List<ItemCode> items = stock.lying(company, location).stream().map(Balance::item).toList();
    Map<ItemCode, Quantity> booked = all(company, location, items, moment);
    Map<ItemCode, List<LotBalance>> lots =
        stock.lots(company, location, items, moment).stream()
            .collect(Collectors.groupingBy(LotBalance::item));
    List<FoundLine> lines = new ArrayList<>();
    for (ItemCode item : items) {
      List<LotBalance> own = lots.getOrDefault(item, List.of());
      Quantity sum = own.stream().map(LotBalance::onHand).reduce(Quantity.ZERO, Quantity::plus);
      boolean told =
          sum.equals(booked.get(item)) && own.stream().allMatch(lot -> lot.onHand().isPositive());
      if (told && !own.isEmpty()) {
        own.forEach(lot -> lines.add(uncounted(item, Optional.of(lot.lot()))));
      } else {
        lines.add(uncounted(item, Optional.empty()));
      }
    }
    return lines;
  }

  private static FoundLine uncounted(ItemCode item, Optional<LotCode> lot) {
    return new FoundLine(item, Optional.empty(), Optional.empty(), lot);
  }

  /** What is booked of each of these goods at the location at a moment, 0 where none was there. */
  Map<Goods, Quantity> booked(
      CompanyCode company, LocationCode location, List<Goods> goods, Instant moment) {
    List<ItemCode> items = goods.stream().map(Goods::item).distinct().toList();
    Map<Goods, Quantity> booked = new HashMap<>();
    Map<ItemCode, Quantity> all = all(company, location, items, moment);
    goods.forEach(
        each ->
            booked.put(
                each,
                each.lot().isPresent()
                    ? Quantity.ZERO
                    : Objects.requireNonNull(all.get(each.item()))));
    if (goods.stream().anyMatch(each -> each.lot().isPresent())) {
      for (LotBalance there : stock.lots(company, location, items, moment)) {
        booked.computeIfPresent(
            new Goods(there.item(), Optional.of(there.lot())), (g, none) -> there.onHand());
      }
    }
    return booked;
  }

  private Map<ItemCode, Quantity> all(
      CompanyCode company, LocationCode location, List<ItemCode> items, Instant moment) {
    Map<ItemCode, Quantity> booked = new HashMap<>();
    items.forEach(item -> booked.put(item, Quantity.ZERO));
    for (Balance balance : stock.balances(company, items)) {
      if (balance.location().equals(location)) {
        booked.put(balance.item(), balance.onHand());
      }
    }
    stock
        .movedAfter(company, location, items, moment)
        .forEach((item, since) -> booked.merge(item, since.negated(), Quantity::plus));
    return booked;
  }

  /** The lines that take the differences of a count back, from what is booked at that moment. */
  List<Line> back(CompanyCode company, Count count, Instant moment) {
    List<Line> differing = count.lines().stream().filter(Line::differs).toList();
    Map<Goods, Quantity> booked =
        booked(company, count.location(), differing.stream().map(Line::goods).toList(), moment);
    List<Line> back = new ArrayList<>();
    for (Line line : differing) {
      Quantity now = Objects.requireNonNull(booked.get(line.goods()));
      back.add(
          Line.of(
              back.size() + 1,
              new Count.Item(line.item(), line.itemName(), now, line.lot()),
              Optional.of(now.minus(line.differenceQuantity())),
              line.unitCost()));
    }
    return back;
  }
}
