package org.millrace.stock.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.millrace.item.CostingLevel;
import org.millrace.item.CostingMethod;
import org.millrace.item.CostingRule;
import org.millrace.item.ItemCode;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.LocationCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.reservation.Claims;
import org.millrace.stock.valuation.Basis;
import org.millrace.stock.valuation.ItemValue;
import org.millrace.stock.valuation.LineKey;

/** Papers of one item in any order of arrival, also those of one moment. */
class AnyArrivalTest {
  private static final Currency GBP = Currency.getInstance("GBP");
  private static final ItemCode ITEM = new ItemCode("LATCH");
  private static final Company COMPANY =
      new Company(new CompanyCode("LATE"), "Late", GBP, true, ZoneId.of("UTC"), Optional.empty());

  /** Goods in at a cost (pence), or out. */
  record Paper(int day, long quantity, long pence) {
    GoodsMove move(int number) {
      Optional<Money> cost =
          quantity > 0
              ? Optional.of(Money.of(java.math.BigDecimal.valueOf(pence, 2), GBP))
              : Optional.empty();
      MoveReason reason = quantity > 0 ? MoveReason.RECEIPT : MoveReason.ISSUE;
      return new GoodsMove(
          reason,
          new DocumentRef("test", "paper", Integer.toString(number)),
          Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * day),
          List.of(new GoodsMove.Line(ITEM, LocationCode.MAIN, Quantity.of(quantity), cost)));
    }
  }

  /** What the core keeps of one item, in memory. */
  private static final class Shelf {
    private final List<Movement> history = new ArrayList<>();
    private Map<ItemCode, Standing> standings =
        Map.of(ITEM, new Standing(ItemValue.none(GBP), Basis.none(GBP), Optional.empty(), false));
    private final Map<Movement.Place, Quantity> onHand = new HashMap<>();
    private final CostingRule rule;
    private int numbers;

    Shelf(CostingMethod method) {
      rule = new CostingRule(method, CostingLevel.ITEM);
    }

    void take(Paper paper) {
      Moving.Before before = new Moving.Before(standings, Map.of(ITEM, rule), onHand);
      Moving moving = new Moving(COMPANY, before, new Claims(List.of()));
      numbers++;
      moving.add("GM-" + numbers, paper.move(numbers));
      List<Movement> corrections = new ArrayList<>();
      if (!moving.late().isEmpty()) {
        Revaluation again = new Revaluation(rule, COMPANY, history, moving.linesOf(ITEM));
        moving.revalue(ITEM, again);
        for (Revaluation.Difference difference : again.differences()) {
          numbers++;
          LineKey key = new LineKey("GM-" + numbers, 1);
          corrections.add(difference.as(key, difference.of().cause().occurredAt()));
        }
      }
      history.addAll(moving.lines());
      history.addAll(moving.besides());
      history.addAll(corrections);
      standings = moving.standings();
      onHand.putAll(moving.onHand());
    }

    ItemValue value() {
      return standings.get(ITEM).value();
    }

    Money booked() {
      return history.stream().map(m -> m.worth().value()).reduce(Money.zero(GBP), Money::plus);
    }
  }

  @Test
  void valuesGoodsThatCameAtTheMomentOthersLeftBeforeThem() {
    Shelf shelf = new Shelf(CostingMethod.MOVING_AVERAGE);
    for (Paper paper :
        List.of(new Paper(1, 10, 1_000), new Paper(2, -5, 0), new Paper(2, 10, 2_200))) {
      shelf.take(paper);
    }
    assertThat(shelf.value().value()).isEqualTo(Money.of("240", "GBP"));
    assertThat(shelf.booked()).isEqualTo(Money.of("240", "GBP"));
  }

  @Property(tries = 400)
  void anyOrderOfArrivalGivesTheSameValue(
      @ForAll("papers") List<Paper> papers, @ForAll long seed, @ForAll CostingMethod method) {
    List<Paper> inOrder = new ArrayList<>(papers);
    inOrder.sort(
        java.util.Comparator.comparingInt(Paper::day).thenComparing(p -> p.quantity() < 0));
    Shelf expected = new Shelf(method);
    inOrder.forEach(expected::take);
    List<Paper> mixed = new ArrayList<>(papers);
    Collections.shuffle(mixed, new Random(seed));
    Shelf shelf = new Shelf(method);
    for (Paper paper : mixed) {
      shelf.take(paper);
      assertThat(shelf.booked()).isEqualTo(shelf.value().value());
    }
    assertThat(shelf.value().onHand()).isEqualTo(expected.value().onHand());
    assertThat(shelf.value().value()).isEqualTo(expected.value().value());
  }

  @Provide
  Arbitrary<List<Paper>> papers() {
    Arbitrary<Integer> day = Arbitraries.integers().between(0, 4);
    Arbitrary<Long> quantity = Arbitraries.longs().between(-30, 30).filter(q -> q != 0);
    Arbitrary<Long> pence = Arbitraries.longs().between(0, 5_000);
    return Combinators.combine(day, quantity, pence).as(Paper::new).list().ofMaxSize(12);
  }
}
