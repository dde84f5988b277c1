package org.millrace.stock.count;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.millrace.document.reversal.ReversibleStatus.Act;
import org.millrace.item.ItemCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.MoveReason;
import org.millrace.stock.Stock;
import org.millrace.stock.count.Count.Line;

/**
 * Books what a count found more or less than was booked, at cost. A count is of one moment: what
 * moved at its location between the sheet and the posting has to be counted again; what is dated
 * after the posting makes no difference.
 */
final class BookDifferences {
  private final CountSheet sheet;
  private final Stock stock;

  BookDifferences(CountSheet sheet, Stock stock) {
    this.sheet = sheet;
    this.stock = stock;
  }

  /**
   * Books the differences and returns all lines, those that differ with their cost and value.
   *
   * @throws Refused as invalid when something is not counted or nobody knows what found goods cost,
   *     as conflict when goods moved since they were counted
   */
  List<Line> booked(CompanyCode company, Count count, Instant moment) {
    count.require(Act.POST);
    requireCounted(company, count);
    Map<ItemCode, Quantity> since =
        stock.movedAfter(company, count.location(), items(count), moment);
    requireUnmoved(company, count, moment);
    List<Line> differing = count.lines().stream().filter(Line::differs).toList();
    if (differing.isEmpty()) {
      return count.lines();
    }
    List<GoodsMoved.Line> moved =
        stock.move(company, List.of(move(count, differing, moment))).get(0).lines();
    Iterator<GoodsMoved.Line> next = moved.iterator();
    List<Line> booked = new ArrayList<>();
    Problems between = new Problems();
    for (Line line : count.lines()) {
      if (line.differs()) {
        GoodsMoved.Line goods = next.next();
        Quantity now = goods.onHandAfter().minus(goods.quantity());
        Quantity before = now.minus(since.getOrDefault(line.item(), Quantity.ZERO));
        if (line.lot().isEmpty()) {
          noteMoved(line, before, between);
        }
        booked.add(line.booked(goods.unitCost(), goods.value()));
      } else {
        booked.add(line);
      }
    }
    refuseMoved(count, between);
    requireLotsAsCounted(company, count, moment);
    return booked;
  }

  private void requireCounted(CompanyCode company, Count count) {
    Set<ItemCode> costed = stock.costed(company, count.lines().stream().map(Line::item).toList());
    Problems problems = new Problems();
    for (Line line : count.lines()) {
      problems.require(
          line.countedQuantity().isPresent(),
          field(line, "countedQuantity"),
          "",
          "how many %s lie there, 0 for none; or take the line off the sheet"
              .formatted(line.item()));
      problems.require(
          !line.differenceQuantity().isPositive()
              || line.unitCost().isPresent()
              || costed.contains(line.item()),
          field(line, "unitCost"),
          "",
          "what one %s cost, 0 when it cost nothing: no cost of it is known"
              .formatted(line.item()));
    }
    problems.refuse(Count.KIND.titled(count.number()) + " cannot be posted");
  }

  /** Once its items are held: what is booked of each lot now is what was counted of it. */
  private void requireLotsAsCounted(CompanyCode company, Count count, Instant moment) {
    List<Line> lots =
        count.lines().stream().filter(line -> line.differs() && line.lot().isPresent()).toList();
    if (lots.isEmpty()) {
      return;
    }
    Map<Count.Goods, Quantity> now =
        sheet.booked(company, count.location(), lots.stream().map(Line::goods).toList(), moment);
    Problems between = new Problems();
    for (Line line : lots) {
      Quantity booked = Objects.requireNonNull(now.get(line.goods()));
      noteMoved(line, booked.minus(line.differenceQuantity()), between);
    }
    refuseMoved(count, between);
  }

  private static List<ItemCode> items(Count count) {
    return count.lines().stream().map(Line::item).toList();
  }

  private void requireUnmoved(CompanyCode company, Count count, Instant moment) {
    List<Count.Goods> counted = count.lines().stream().map(Line::goods).toList();
    Map<Count.Goods, Quantity> now = sheet.booked(company, count.location(), counted, moment);
    Problems between = new Problems();
    count
        .lines()
        .forEach(line -> noteMoved(line, Objects.requireNonNull(now.get(line.goods())), between));
    refuseMoved(count, between);
  }

  private static void noteMoved(Line line, Quantity now, Problems between) {
    between.require(
        line.bookedQuantity().equals(now),
        field(line, "bookedQuantity"),
        line.bookedQuantity(),
        line.lot()
            .map(
                lot -> "%s of lot %s of item %s, as is booked now".formatted(now, lot, line.item()))
            .orElseGet(() -> "%s of item %s, as is booked now".formatted(now, line.item())));
  }

  private static void refuseMoved(Count count, Problems between) {
    if (!between.isEmpty()) {
      throw Refused.conflict(
          "Goods moved since %s was counted. Count them again and change the sheet"
              .formatted(count.number()),
          between.found());
    }
  }

  private static String field(Line line, String name) {
    return "lines." + line.line() + "." + name;
  }

  private static GoodsMove move(Count count, List<Line> differing, Instant moment) {
    return new GoodsMove(
        MoveReason.ADJUSTMENT,
        Count.KIND.ref(count.number()),
        moment,
        differing.stream().map(line -> goods(count, line)).toList());
  }

  /** What a count takes back that another one booked has the value that it had there. */
  private static GoodsMove.Line goods(Count count, Line line) {
    boolean named = line.differenceQuantity().isPositive() && count.reverses().isEmpty();
    GoodsMove.Line goods =
        new GoodsMove.Line(
                line.item(),
                count.location(),
                line.differenceQuantity(),
                named ? line.unitCost() : Optional.empty())
            .of(line.lot());
    return count.reverses().map(reversed -> goods.backOf(Count.KIND.ref(reversed))).orElse(goods);
  }
}
