package org.millrace.stock.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.document.reversal.ReversibleStatus;
import org.millrace.item.ItemCode;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.LocationCode;
import org.millrace.stock.MoveReason;

class TransferTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final LocationCode SHOP = new LocationCode("SHOP");

  private final Transfer draft =
      Transfer.drafted(
          new TransferNumber("TR-1"), request(LocationCode.MAIN, SHOP, line(1, "4")), NOON);

  @Test
  void movesEachLineOutOfTheOneLocationAndIntoTheOther() {
    GoodsMove move = draft.posted(NOON).move(NOON);
    assertThat(move.reason()).isEqualTo(MoveReason.TRANSFER);
    assertThat(move.document()).hasToString("stock transfer TR-1");
    assertThat(move.lines())
        .extracting(line -> line.location() + " " + line.quantity())
        .containsExactly("MAIN -4", "SHOP 4");
  }

  @Test
  void isTakenBackByATransferTheOtherWayRound() {
    Transfer posted = draft.posted(NOON);
    Transfer back = posted.back(new TransferNumber("TR-2"), NOON.plusSeconds(60));
    assertThat(back.fromLocation()).isEqualTo(SHOP);
    assertThat(back.toLocation()).isEqualTo(LocationCode.MAIN);
    assertThat(back.reverses()).contains(posted.number());
    Transfer reversed = posted.reversed(back);
    assertThat(reversed.status()).isEqualTo(ReversibleStatus.REVERSED);
    assertThat(reversed.reversedBy()).contains(back.number());
    assertThat(reversed.lines()).isEqualTo(posted.lines());
    refused("cannot be reversed: it is reversed", () -> reversed.reversed(back));
  }

  @Test
  void isNotTakenBackBeforeItWasPosted() {
    Transfer posted = draft.posted(NOON);
    Transfer back = posted.back(new TransferNumber("TR-2"), NOON.minusSeconds(1));
    refused("not before it was posted 2026-03-02T12:00:00Z", () -> posted.reversed(back));
  }

  @Test
  void allowsEachActInItsStatesAlone() {
    Transfer.Request other = request(SHOP, LocationCode.MAIN, line(1, "1"));
    assertThat(draft.changed(other).fromLocation()).isEqualTo(SHOP);
    Transfer posted = draft.posted(NOON);
    Transfer cancelled = draft.cancelled();
    refused("cannot be changed: it is posted. Reverse it", () -> posted.changed(other));
    refused("cannot be posted: it is posted", () -> posted.posted(NOON));
    refused("cannot be cancelled: it is posted", posted::cancelled);
    refused("cannot be posted: it is cancelled. Make a new one", () -> cancelled.posted(NOON));
    refused("cannot be reversed: it is draft. Post it first", () -> draft.reversed(draft));
  }

  @Test
  void refusesWhatIsNoTransferAndTellsWhetherItWasMadeOrChanged() {
    refusedSo(request(SHOP, SHOP, line(1, "1")), "toLocation is 'SHOP', expected another location");
    refusedSo(request(LocationCode.MAIN, SHOP), "lines is 'none', expected at least one line");
    refusedSo(
        request(LocationCode.MAIN, SHOP, line(1, "1"), line(2, "-1")),
        "lines.2.quantity is '-1', expected more than 0");
  }

  private void refusedSo(Transfer.Request request, String expected) {
    refused(
        "The transfer cannot be made so: " + expected,
        () -> Transfer.drafted(new TransferNumber("TR-2"), request, NOON));
    refused("Transfer TR-1 cannot be changed so: " + expected, () -> draft.changed(request));
  }

  private static Transfer.Request request(
      LocationCode from, LocationCode to, Transfer.Line... lines) {
    return new Transfer.Request(from, to, Optional.of(" "), List.of(lines));
  }

  private static Transfer.Line line(int at, String quantity) {
    return new Transfer.Line(at, new ItemCode("BELL"), "Bell", Quantity.of(quantity));
  }

  private static void refused(
      String expected, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContaining(expected);
  }
}
