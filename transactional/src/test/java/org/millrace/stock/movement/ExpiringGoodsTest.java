package org.millrace.stock.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.millrace.item.ItemCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.stock.MoveReason;

/** Milk of lot L1 is good until the 2nd of March; of other lots nothing is known. */
class ExpiringGoodsTest {
  private static final ItemCode MILK = new ItemCode("MILK");
  private static final LocalDate LAST = LocalDate.parse("2026-03-02");
  private static final DocumentRef PAPER = new DocumentRef("stock", "paper", "1");

  private final ExpiringGoods goods = new ExpiringGoods(Set.of(MILK), Map.of(lot("L1"), LAST));

  private static ExpiringGoods.Lot lot(String name) {
    return new ExpiringGoods.Lot(MILK, new LotCode(name));
  }

  private static GoodsMove.Line line(ItemCode item, long quantity, String lot, String day) {
    return new GoodsMove.Line(item, LocationCode.MAIN, Quantity.of(quantity), Optional.empty())
        .of(Optional.of(new LotCode(lot)))
        .expiring(Optional.of(day).filter(text -> !text.isEmpty()).map(LocalDate::parse));
  }

  private void move(MoveReason reason, LocalDate on, GoodsMove.Line... lines) {
    goods.check(
        new GoodsMove(reason, PAPER, Instant.parse("2026-03-02T12:00:00Z"), List.of(lines)), on);
  }

  private void refused(String words) {
    assertThatThrownBy(goods::refuse).isInstanceOf(Refused.class).hasMessageContaining(words);
  }

  private void passes() {
    assertThatCode(goods::refuse).doesNotThrowAnyException();
  }

  @Test
  void asksUntilWhenANewLotIsGood() {
    move(MoveReason.RECEIPT, LAST, line(MILK, 5, "L2", ""));
    refused("lines.expiresOn is '', expected the last day on which lot L2 of item MILK is good");
  }

  @Test
  void keepsTheDayOfANewLot() {
    move(MoveReason.COMPLETION, LAST, line(MILK, 5, "L2", "2026-04-01"));
    move(MoveReason.RECEIPT, LAST, line(MILK, 5, "L2", ""));
    passes();
    assertThat(goods.learned()).isEqualTo(Map.of(lot("L2"), LocalDate.parse("2026-04-01")));
  }

  @Test
  void refusesAnotherDayOfTheSameLot() {
    move(MoveReason.RECEIPT, LAST, line(MILK, 5, "L1", "2026-03-03"));
    refused("lines.expiresOn is '2026-03-03', expected 2026-03-02, as is known of lot L1");
  }

  @Test
  void sellsALotOnItsLastDay() {
    move(MoveReason.ISSUE, LAST, line(MILK, -5, "L1", ""));
    passes();
  }

  @Test
  void neitherSellsNorUsesALotThatIsOver() {
    move(MoveReason.ISSUE, LAST.plusDays(1), line(MILK, -5, "L1", ""));
    refused("lines.lot is 'L1', expected a lot that is still good on 2026-03-03: that one of");
    assertThatThrownBy(
            () -> {
              ExpiringGoods used = new ExpiringGoods(Set.of(MILK), Map.of(lot("L1"), LAST));
              used.check(
                  new GoodsMove(
                      MoveReason.CONSUMPTION,
                      PAPER,
                      Instant.parse("2026-03-03T12:00:00Z"),
                      List.of(line(MILK, -5, "L1", ""))),
                  LAST.plusDays(1));
              used.refuse();
            })
        .hasMessageContaining("item MILK was until 2026-03-02, write it off or send it back");
  }

  @Test
  void writesOffCarriesAndSendsBackWhatIsOver() {
    move(MoveReason.ADJUSTMENT, LAST.plusDays(1), line(MILK, -1, "L1", ""));
    move(MoveReason.TRANSFER, LAST.plusDays(1), line(MILK, -1, "L1", ""), line(MILK, 1, "L1", ""));
    move(MoveReason.RECEIPT, LAST.plusDays(1), line(MILK, -1, "L1", ""));
    passes();
  }

  @Test
  void takesNoDayOfGoodsThatDoNotExpire() {
    move(MoveReason.RECEIPT, LAST, line(new ItemCode("BELL"), 5, "L1", "2026-04-01"));
    refused("lines.expiresOn is '2026-04-01', expected none: item BELL does not expire");
  }
}
