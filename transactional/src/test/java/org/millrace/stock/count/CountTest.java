package org.millrace.stock.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.millrace.document.reversal.ReversibleStatus;
import org.millrace.item.ItemCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.LocationCode;

class CountTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Currency EUR = Currency.getInstance("EUR");

  @Test
  void tellsWhatWasFoundLessWhatWasBooked() {
    assertThat(line("100", "97").differenceQuantity()).isEqualTo(Quantity.of(-3));
    assertThat(line("2", "5").differenceQuantity()).isEqualTo(Quantity.of(3));
    assertThat(line("5", "").differs()).isFalse();
  }

  @Test
  void addsUpTheValuesOfItsDifferences() {
    Count posted =
        count(line("100", "97"), line("2", "5"))
            .posted(NOON, List.of(booked("100", "97", "-30"), booked("2", "5", "12.50")));
    assertThat(posted.differenceValue()).isEqualTo(money("-17.50"));
    assertThat(posted.postedAt()).contains(NOON);
  }

  @Test
  void allowsEachActInItsStatesAlone() {
    Count draft = count(line("100", "97"));
    Count posted = draft.posted(NOON, List.of(booked("100", "97", "-30")));
    refused("cannot be changed: it is posted", () -> posted.changed(Optional.empty(), List.of()));
    refused("cannot be cancelled: it is posted", posted::cancelled);
    refused("it is cancelled. Make a new one", () -> draft.cancelled().posted(NOON, List.of()));
    refused("it is draft. Post it first", () -> draft.reversed(new CountNumber("SC-2"), NOON));
    refused(
        "not before it was posted",
        () -> posted.reversed(new CountNumber("SC-2"), NOON.minusSeconds(1)));
    Count reversed = posted.reversed(new CountNumber("SC-2"), NOON);
    assertThat(reversed.status()).isEqualTo(ReversibleStatus.REVERSED);
    assertThat(reversed.differenceValue()).isEqualTo(money("-30"));
    refused("it is reversed", () -> reversed.reversed(new CountNumber("SC-3"), NOON));
  }

  @Test
  void hasNothingToTakeBackWhereNothingDiffered() {
    Count posted = count(line("5", "5")).posted(NOON, List.of(line("5", "5")));
    refused("nothing to take back", () -> posted.reversed(new CountNumber("SC-2"), NOON));
  }

  @Test
  void refusesASheetOfNothing() {
    refused(
        "The count cannot be made so: lines is 'none', expected items to count: nothing",
        () -> count());
    refused(
        "Count SC-1 cannot be changed so: lines is 'none'",
        () -> count(line("1", "1")).changed(Optional.empty(), List.of()));
  }

  private static Count count(Count.Line... lines) {
    return Count.drafted(
        new CountNumber("SC-1"),
        LocationCode.MAIN,
        Optional.empty(),
        List.of(lines),
        new Count.Drafted(NOON, EUR, Optional.empty()));
  }

  private static Count.Line line(String booked, String counted) {
    Optional<Quantity> found = Optional.of(counted).filter(c -> !c.isEmpty()).map(Quantity::of);
    Count.Item bell = new Count.Item(new ItemCode("BELL"), "Bell", Quantity.of(booked));
    return Count.Line.of(1, bell, found, Optional.empty());
  }

  private static Count.Line booked(String booked, String counted, String value) {
    return line(booked, counted).booked(money("10"), money(value));
  }

  private static Money money(String amount) {
    return Money.of(new java.math.BigDecimal(amount), EUR);
  }

  private static void refused(String expected, ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContaining(expected);
  }
}
