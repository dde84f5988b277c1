package org.millrace.stock.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.millrace.item.Item.Tracking;
import org.millrace.item.ItemCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.stock.MoveReason;

/** Of MILK, tracked by lot, 6 of L1 lie at MAIN; of BIKE, by serial number, S1 does. */
class TrackedGoodsTest {
  private static final ItemCode MILK = new ItemCode("MILK");
  private static final ItemCode BIKE = new ItemCode("BIKE");
  private static final ItemCode BELL = new ItemCode("BELL");
  private static final LocationCode EAST = new LocationCode("EAST");
  private static final DocumentRef PAPER = new DocumentRef("stock", "paper", "1");

  private TrackedGoods goods = goods(Map.of(at(MILK, "L1"), 6L, at(BIKE, "S1"), 1L), false);

  private static TrackedGoods goods(Map<TrackedGoods.Place, Long> lying, boolean mayLack) {
    Map<TrackedGoods.Place, Quantity> there = new HashMap<>();
    lying.forEach((place, quantity) -> there.put(place, Quantity.of(quantity)));
    return new TrackedGoods(
        Map.of(MILK, Tracking.LOT, BIKE, Tracking.SERIAL), there, mayLack, expiring());
  }

  private static ExpiringGoods expiring() {
    return new ExpiringGoods(
        Set.of(MILK),
        Map.of(
            new ExpiringGoods.Lot(MILK, new LotCode("L2")),
            LocalDate.parse("2026-03-02"),
            new ExpiringGoods.Lot(MILK, new LotCode("OLD")),
            LocalDate.parse("2026-03-01")));
  }

  private static TrackedGoods.Place at(ItemCode item, String lot) {
    return new TrackedGoods.Place(item, LocationCode.MAIN, lot(lot));
  }

  private static Optional<LotCode> lot(String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(new LotCode(name));
  }

  private static GoodsMove.Line line(ItemCode item, long quantity, String lot) {
    return new GoodsMove.Line(item, LocationCode.MAIN, Quantity.of(quantity), Optional.empty())
        .of(lot(lot));
  }

  private GoodsMove move(MoveReason reason, GoodsMove.Line... lines) {
    GoodsMove move =
        new GoodsMove(reason, PAPER, Instant.parse("2026-03-02T12:00:00Z"), List.of(lines));
    return goods.named(move, LocalDate.parse("2026-03-02"));
  }

  private void refused(String words) {
    assertThatThrownBy(goods::refuse).isInstanceOf(Refused.class).hasMessageContaining(words);
  }

  private void passes() {
    assertThatCode(goods::refuse).doesNotThrowAnyException();
  }

  @Test
  void asksOfWhichLotGoodsComeIn() {
    move(MoveReason.RECEIPT, line(MILK, 5, ""));
    refused("lines.lot is '', expected the lot of the goods: item MILK is tracked by lot");
  }

  @Test
  void asksNothingOfGoodsThatAreNotTracked() {
    move(MoveReason.RECEIPT, line(BELL, 5, ""));
    passes();
  }

  @Test
  void takesTheOnlyLotThatLiesThereWhereNoneIsNamed() {
    GoodsMove named = move(MoveReason.ISSUE, line(MILK, -2, ""));
    assertThat(named.lines().get(0).lot()).isEqualTo(lot("L1"));
    passes();
  }

  @Test
  void asksForTheLotWhereSeveralLieThere() {
    move(MoveReason.RECEIPT, line(MILK, 5, "L2"));
    move(MoveReason.ISSUE, line(MILK, -2, ""));
    refused("the lot of the goods, as L2 that expires first: item MILK is tracked by lot");
  }

  @Test
  void takesTheOnlyLotThatIsStillGood() {
    goods = goods(Map.of(at(MILK, "OLD"), 6L, at(MILK, "L2"), 4L), false);
    GoodsMove sold = move(MoveReason.ISSUE, line(MILK, -2, ""));
    assertThat(sold.lines().get(0).lot()).isEqualTo(lot("L2"));
    passes();
    move(MoveReason.ADJUSTMENT, line(MILK, -2, ""));
    refused("the lot of the goods, as OLD that expires first");
  }

  @Test
  void takesNoMoreOfALotThanThereIs() {
    move(MoveReason.RECEIPT, line(MILK, 5, "L2"));
    move(MoveReason.ISSUE, line(MILK, -6, "L2"));
    refused("expected at most 5 of lot L2 of item MILK at MAIN: move less, or goods of another");
  }

  @Test
  void letsMoreOfALotLeaveWhereStockMayBeNegative() {
    goods = goods(Map.of(), true);
    move(MoveReason.ISSUE, line(MILK, -6, "L2"));
    passes();
  }

  @Test
  void letsGoodsLeaveThatCameBeforeTheyWereTracked() {
    goods = goods(Map.of(at(MILK, ""), 4L, at(MILK, "L1"), 6L), false);
    move(MoveReason.ISSUE, line(MILK, -4, ""));
    passes();
    move(MoveReason.ISSUE, line(MILK, -1, ""));
    passes();
  }

  @Test
  void carriesTheLotToWhereGoodsGo() {
    GoodsMove.Line there = new GoodsMove.Line(MILK, EAST, Quantity.of(2), Optional.empty());
    GoodsMove named = move(MoveReason.TRANSFER, line(MILK, -2, ""), there);
    assertThat(named.lines()).extracting(GoodsMove.Line::lot).containsOnly(lot("L1"));
    passes();
  }

  @Test
  void takesPiecesWithSerialNumbersOneByOne() {
    move(MoveReason.RECEIPT, line(BIKE, 2, "S2"));
    refused("expected 1: each piece of item BIKE has a serial number of its own");
  }

  @Test
  void refusesASerialNumberThatIsThereAlready() {
    move(MoveReason.RECEIPT, line(BIKE, 1, "S1"));
    refused("lines.lot is 'S1', expected a serial number that is not there yet: item BIKE has");
  }

  @Test
  void letsAPieceComeBackThatLeft() {
    move(MoveReason.ISSUE, line(BIKE, -1, "S1"));
    move(MoveReason.RETURN, line(BIKE, 1, "S1"));
    passes();
  }
}
