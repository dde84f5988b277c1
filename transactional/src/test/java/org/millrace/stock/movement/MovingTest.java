package org.millrace.stock.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.item.ItemCode;
import org.millrace.party.Company;
import org.millrace.party.Party.DispatchPriority;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.GoodsMove.OthersGoods;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.LocationCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.reservation.Claim;
import org.millrace.stock.reservation.Claims;
import org.millrace.stock.valuation.Basis;
import org.millrace.stock.valuation.ItemValue;

/** A batch of moves worked out in memory: 10 bells at 2.00 lie at MAIN, 6 of them for SO-1. */
class MovingTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final ItemCode BELL = new ItemCode("BELL");
  private static final LocationCode EAST = new LocationCode("EAST");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final DocumentRef SO_1 = new DocumentRef("sales", "order", "SO-1");

  private Moving moving = moving(false);

  @Test
  void takesWhatLiesThereAndIsNobodys() {
    add(MoveReason.ISSUE, out(4));
    assertThatCode(moving::refuseShortages).doesNotThrowAnyException();
    GoodsMoved.Line told = moving.told(moving.lines()).get(0);
    assertThat(told.value()).isEqualTo(euros("-8"));
    assertThat(told.onHandAfter()).isEqualTo(Quantity.of(6));
    assertThat(moving.onHand()).containsValue(Quantity.of(6));
  }

  @Test
  void leavesWhatIsReservedForOthers() {
    add(MoveReason.ISSUE, out(5));
    assertThatThrownBy(moving::refuseShortages)
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.reason()).isEqualTo(Refused.Reason.CONFLICT))
        .hasMessage(
            "Company BIKES has not enough stock: lines.quantity is '5', expected at most 4 of item"
                + " BELL at MAIN: of the 10 there 6 are reserved for ["
                + SO_1
                + "]");
  }

  @Test
  void givesReservedGoodsToWhomTheyAreReservedForAndToWhoMayTakeThem() {
    moving.add("1", move(MoveReason.ISSUE, out(6)).fulfilling(SO_1, OthersGoods.LEFT));
    add(MoveReason.ISSUE, out(4));
    assertThatCode(moving::refuseShortages).doesNotThrowAnyException();
    moving = moving(false);
    moving.add("1", move(MoveReason.ISSUE, out(9)).takingOthersGoods());
    assertThatCode(moving::refuseShortages).doesNotThrowAnyException();
    moving = moving(false);
    add(MoveReason.ADJUSTMENT, out(9));
    assertThatCode(moving::refuseShortages).doesNotThrowAnyException();
  }

  @Test
  void takesNoMoreThanLiesThereUnlessTheCompanyAllowsThat() {
    moving.add("1", move(MoveReason.ISSUE, out(11)).takingOthersGoods());
    moving.add("2", move(MoveReason.ISSUE, line(EAST, -1, null)).takingOthersGoods());
    assertThatThrownBy(moving::refuseShortages)
        .hasMessageContaining(
            "lines.quantity is '11', expected at most 10 of item BELL at MAIN: receive goods or"
                + " move less")
        .hasMessageContaining("lines.quantity is '1', expected at most 0 of item BELL at EAST");
    moving = moving(true);
    add(MoveReason.ISSUE, out(11));
    assertThatCode(moving::refuseShortages).doesNotThrowAnyException();
    assertThat(moving.lines().get(0).worth().value()).isEqualTo(euros("-22"));
  }

  @Test
  void countsWhatEarlierMovesOfTheBatchDid() {
    add(MoveReason.RECEIPT, in(10, "4"));
    add(MoveReason.ISSUE, out(14));
    assertThatCode(moving::refuseShortages).doesNotThrowAnyException();
    List<GoodsMoved.Line> told = moving.told(moving.lines());
    assertThat(told.get(0).averageCostAfter()).isEqualTo(euros("3"));
    assertThat(told.get(1).value()).isEqualTo(euros("-42"));
    assertThat(told.get(1).onHandAfter()).isEqualTo(Quantity.of(6));
  }

  @Test
  void movesValueWithGoodsThatChangeTheirPlace() {
    add(MoveReason.TRANSFER, out(3), line(EAST, 3, null));
    List<GoodsMoved.Line> told = moving.told(moving.lines());
    assertThat(told).extracting(GoodsMoved.Line::value).containsExactly(euros("-6"), euros("6"));
    assertThat(told).extracting(line -> line.onHandAfter().toString()).containsExactly("7", "3");
    assertThat(moving.standings().get(BELL).value().value()).isEqualTo(euros("20"));
  }

  @Test
  void coversGoodsThatLeftBeforeTheyCame() {
    moving = moving(true);
    add(MoveReason.ISSUE, out(12));
    add(MoveReason.RECEIPT, in(5, "3"));
    assertThat(moving.besides())
        .singleElement()
        .satisfies(
            covering -> {
              assertThat(covering.worth().value()).isEqualTo(euros("-2"));
              assertThat(covering.worth().change()).isEqualTo(Movement.Change.COVERING);
              assertThat(covering.quantity()).isEqualTo(Quantity.ZERO);
            });
    assertThat(moving.standings().get(BELL).value().value()).isEqualTo(euros("9"));
  }

  @Test
  void knowsWhatArrivedLate() {
    add(MoveReason.ISSUE, out(1));
    assertThat(moving.late()).isEmpty();
    moving.add(
        "2", new GoodsMove(MoveReason.RECEIPT, SO_1, NOON.minusSeconds(1), List.of(in(1, "9"))));
    assertThat(moving.late()).containsExactly(BELL);
  }

  private void add(MoveReason reason, GoodsMove.Line... lines) {
    moving.add("" + (moving.lines().size() + 1), move(reason, lines));
  }

  private static GoodsMove move(MoveReason reason, GoodsMove.Line... lines) {
    return new GoodsMove(
        reason, new DocumentRef("sales", "delivery", "DN-1"), NOON, List.of(lines));
  }

  private static GoodsMove.Line out(int quantity) {
    return line(LocationCode.MAIN, -quantity, null);
  }

  private static GoodsMove.Line in(int quantity, String cost) {
    return line(LocationCode.MAIN, quantity, cost);
  }

  private static GoodsMove.Line line(LocationCode location, int quantity, String cost) {
    return new GoodsMove.Line(
        BELL, location, Quantity.of(quantity), Optional.ofNullable(cost).map(MovingTest::euros));
  }

  private static Moving moving(boolean negativeStock) {
    Company company =
        new Company(
            new CompanyCode("BIKES"),
            "Bikes",
            EUR,
            negativeStock,
            ZoneId.of("UTC"),
            Optional.empty());
    ItemValue ten = new ItemValue(Quantity.of(10), euros("20"), euros("2"));
    Claim claim =
        new Claim(
            SO_1,
            BELL,
            LocationCode.MAIN,
            Quantity.of(-6),
            Optional.empty(),
            DispatchPriority.NORMAL);
    Standing standing = new Standing(ten, Basis.none(EUR), Optional.of(NOON), true);
    return new Moving(
        company,
        new Moving.Before(
            Map.of(BELL, standing),
            Map.of(),
            Map.of(new Movement.Place(BELL, LocationCode.MAIN), Quantity.of(10))),
        new Claims(List.of(claim)));
  }

  private static Money euros(String amount) {
    return Money.of(amount, "EUR");
  }
}
