package org.millrace.settlement.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.millrace.party.Party.Language;
import org.millrace.party.PartyCode;
import org.millrace.settlement.ItemKind;
import org.millrace.shared.Money;

/** On which level an item is reminded of. */
class ReminderLevelsTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final LocalDate DUE = LocalDate.of(2026, 3, 1);

  private final ReminderLevels levels =
      new ReminderLevels(List.of(level("C", 35), level("A", 7), level("B", 21)));

  @Test
  void isNoneUntilTheFirstIsReached() {
    assertThat(levels.next(item(0, null), DUE.plusDays(6))).isEmpty();
    assertThat(levels.next(item(0, null), DUE.plusDays(7))).contains(1);
  }

  @Test
  void goesUpOneAtATimeHoweverLateItIs() {
    LocalDate first = DUE.plusDays(40);
    assertThat(levels.next(item(0, null), first)).contains(1);
    assertThat(levels.next(item(1, first), first)).isEmpty();
    assertThat(levels.next(item(1, first), first.plusDays(13))).isEmpty();
    assertThat(levels.next(item(1, first), first.plusDays(14))).contains(2);
    assertThat(levels.next(item(2, first), first.plusDays(14))).contains(3);
  }

  @Test
  void endsWithTheLast() {
    assertThat(levels.next(item(3, DUE), DUE.plusDays(900))).isEmpty();
    assertThat(levels.next(item(9, DUE), DUE.plusDays(900))).isEmpty();
  }

  @Test
  void saysItInTheLanguageElseInEnglish() {
    ReminderLevel level = level("A", 7);
    assertThat(level.text(Language.ZH)).isEqualTo("请付款");
    ReminderLevel english =
        new ReminderLevel(
            level.code(),
            7,
            level.fee(),
            Optional.empty(),
            Optional.empty(),
            EUR,
            List.of(new ReminderLevel.Said(Language.EN, "Pay")));
    assertThat(english.text(Language.ZH)).isEqualTo("Pay");
  }

  private static ReminderLevel level(String code, int daysLate) {
    return new ReminderLevel(
        new ReminderLevelCode(code),
        daysLate,
        Money.zero(EUR),
        Optional.empty(),
        Optional.empty(),
        EUR,
        List.of(
            new ReminderLevel.Said(Language.EN, "Please pay"),
            new ReminderLevel.Said(Language.ZH, "请付款")));
  }

  private static DueItem item(int lastLevel, @Nullable LocalDate lastReminded) {
    return new DueItem(
        new PartyCode("C"),
        "Shop",
        new DueItem.About(ItemKind.INVOICE, "IN-1", DUE, DUE),
        new DueItem.Owed(Money.of(BigDecimal.TEN, EUR), EUR, BigDecimal.TEN),
        lastLevel,
        Optional.ofNullable(lastReminded));
  }
}
