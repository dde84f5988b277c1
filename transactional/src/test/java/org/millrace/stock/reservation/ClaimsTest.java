package org.millrace.stock.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.millrace.item.ItemCode;
import org.millrace.party.Party.DispatchPriority;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;

class ClaimsTest {
  private static final ItemCode BELL = new ItemCode("BELL");
  private static final Optional<LocalDate> TODAY = Optional.of(LocalDate.of(2026, 3, 2));
  private static final Claims.Place PLACE = new Claims.Place(BELL, LocationCode.MAIN);

  @Test
  void handsOutWhatIsThereInTheOrderGiven() {
    Claims claims =
        new Claims(List.of(wanting(1, 6), expecting(9, 50), wanting(2, 7), wanting(3, 2)));
    assertThat(reserved(claims, 10)).containsExactly("6", "0", "4", "0");
    assertThat(claims.reservedForOthers(PLACE, Optional.of(order(2)), Quantity.of(10)))
        .isEqualTo(Quantity.of(6));
    assertThat(claims.others(PLACE, Optional.of(order(2)), Quantity.of(10)))
        .containsExactly(order(1));
  }

  @Test
  void leavesToTheNextWhatADocumentNoLongerWants() {
    Claims claims = new Claims(List.of(wanting(1, 6), wanting(2, 7)));
    claims.fulfil(order(1), BELL, Quantity.of(-4));
    assertThat(reserved(claims, 6)).containsExactly("2", "4");
    claims.fulfil(order(1), BELL, Quantity.of(-9));
    assertThat(reserved(claims, 6)).containsExactly("0", "6");
    assertThat(claims.changed()).containsExactly(wanting(1, 0));
  }

  @Test
  void keepsAClaimWhenGoodsMoveTheOtherWay() {
    Claims claims = new Claims(List.of(wanting(1, 6)));
    claims.fulfil(order(1), BELL, Quantity.of(2));
    assertThat(claims.changed()).isEmpty();
  }

  /** Whatever lies there and is wanted: never more is reserved than lies there or is wanted. */
  @Property
  void reservesAllThatIsWantedAndThereAndNoMore(
      @ForAll @Size(max = 8) List<@IntRange(max = 20) Integer> wanted,
      @ForAll @IntRange(min = -20, max = 80) int onHand) {
    List<Claim> all = new ArrayList<>();
    wanted.forEach(quantity -> all.add(wanting(all.size(), quantity)));
    List<ReservedClaim> held = new Claims(all).held(Map.of(PLACE, Quantity.of(onHand)));
    int sum = wanted.stream().mapToInt(Integer::intValue).sum();
    assertThat(held.stream().map(ReservedClaim::reserved).reduce(Quantity.ZERO, Quantity::plus))
        .isEqualTo(Quantity.of(Math.min(sum, Math.max(0, onHand))));
    boolean waiting = false;
    for (ReservedClaim one : held) {
      assertThat(one.reserved().isNegative()).isFalse();
      assertThat(one.reserved()).isLessThanOrEqualTo(one.claim().wanted());
      assertThat(waiting && one.reserved().isPositive()).as("%s", held).isFalse();
      waiting = waiting || one.reserved().compareTo(one.claim().wanted()) < 0;
    }
  }

  private static List<String> reserved(Claims claims, long onHand) {
    return claims.held(Map.of(PLACE, Quantity.of(onHand))).stream()
        .map(held -> held.reserved().toString())
        .toList();
  }

  private static Claim wanting(int order, long quantity) {
    return new Claim(
        order(order),
        BELL,
        LocationCode.MAIN,
        Quantity.of(-quantity),
        TODAY,
        DispatchPriority.NORMAL);
  }

  private static Claim expecting(int order, long quantity) {
    return new Claim(
        order(order),
        BELL,
        LocationCode.MAIN,
        Quantity.of(quantity),
        Optional.empty(),
        DispatchPriority.NORMAL);
  }

  private static DocumentRef order(int number) {
    return new DocumentRef("sales", "order", "SO-" + number);
  }
}
