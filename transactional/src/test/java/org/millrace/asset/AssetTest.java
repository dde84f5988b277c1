package org.millrace.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.asset.depreciation.Convention;
import org.millrace.asset.depreciation.DepreciationMethod;
import org.millrace.asset.depreciation.DepreciationPeriod;
import org.millrace.asset.depreciation.DepreciationTerms;
import org.millrace.asset.depreciation.LifeUnit;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/** An asset by itself: each act with what it moves in the books. */
class AssetTest {
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

  @Test
  void chargesTheFirstBookToTheLedgerAndTheOthersBesideIt() {
    Asset press = acquired(book("IFRS", 12), book("tax", 6));
    List<AssetStep> steps = press.depreciated(LocalDate.of(2026, 2, 28));
    assertThat(steps).hasSize(2);
    assertThat(told(steps.get(1)))
        .isEqualTo("[depreciation 100.00, accumulated_depreciation -100.00]");
    Asset after = steps.get(1).after();
    assertThat(after.bookValue()).isEqualTo(eur("1000"));
    assertThat(after.books().get(1).bookValue()).isEqualTo(eur("800"));
    assertThat(after.depreciated(LocalDate.of(2026, 3, 30))).isEmpty();
  }

  @Test
  void chargesWhatIsOverBeforeAChange() {
    List<AssetStep> steps =
        acquired(book("IFRS", 12))
            .changed(
                AssetAct.CAPITALISE,
                LocalDate.of(2026, 4, 1),
                AssetChange.Values.adding(eur("90")));
    assertThat(steps).hasSize(4);
    assertThat(told(steps.get(3))).isEqualTo("[equipment 90.00, cash -90.00]");
    assertThat(steps.get(3).after().plans().get(0).coming().get(0).amount()).isEqualTo(eur("110"));
  }

  @Test
  void everyStepIsBalanced() {
    Asset hall = last(acquired(book("IFRS", 12)).depreciated(LocalDate.of(2026, 3, 31)));
    LocalDate april = LocalDate.of(2026, 4, 1);
    List<AssetStep> up =
        hall.changed(AssetAct.REVALUE, april, AssetChange.Values.worth(eur("1800")));
    List<AssetStep> down =
        last(up).changed(AssetAct.REVALUE, april, AssetChange.Values.worth(eur("500")));
    List<AssetStep> again =
        last(down).changed(AssetAct.REVALUE, april, AssetChange.Values.worth(eur("1000")));
    List<AssetStep> sold = last(again).disposed(LocalDate.of(2026, 5, 2), eur("750"));
    for (List<AssetStep> steps : List.of(up, down, again, sold)) {
      for (AssetStep step : steps) {
        Money sum =
            step.amounts().stream().map(AssetChanged.Amount::amount).reduce(eur("0"), Money::plus);
        assertThat(sum).as(told(step)).isEqualTo(eur("0"));
      }
    }
    assertThat(last(up).revaluationSurplus()).isEqualTo(eur("900"));
    assertThat(last(down).revaluationLoss()).isEqualTo(eur("400"));
    assertThat(last(again).revaluationSurplus()).isEqualTo(eur("100"));
    assertThat(told(sold.get(1)))
        .contains("disposal_loss 138.89", "revaluation_surplus 100.00", "retained_earnings -100");
  }

  @Test
  void takesBackWhatIsChargedAfterADayAndNoMore() {
    Asset press = last(acquired(book("IFRS", 12)).depreciated(LocalDate.of(2026, 5, 31)));
    LocalDate june = LocalDate.of(2026, 6, 2);
    AssetStep back = press.depreciationReversed(LocalDate.of(2026, 3, 31), june);
    assertThat(told(back)).isEqualTo("[depreciation -200.00, accumulated_depreciation 200.00]");
    assertThat(back.after().depreciatedThrough()).contains(LocalDate.of(2026, 3, 31));
    Asset changed =
        last(
            back.after()
                .changed(
                    AssetAct.CAPITALISE,
                    LocalDate.of(2026, 4, 10),
                    AssetChange.Values.adding(eur("90"))));
    assertThatThrownBy(() -> changed.depreciationReversed(LocalDate.of(2026, 2, 28), june))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("a day from 2026-04-09 on: what was charged before that stays");
  }

  @Test
  void refusesWhatComesBeforeTheLastChange() {
    Asset used =
        last(
            acquired(book("IFRS", 12))
                .changed(
                    AssetAct.CAPITALISE,
                    LocalDate.of(2026, 4, 10),
                    AssetChange.Values.adding(eur("90"))));
    assertThatThrownBy(() -> used.disposed(LocalDate.of(2026, 4, 9), eur("1")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("date is '2026-04-09', expected a day from 2026-04-10 on");
    Asset sold = last(used.disposed(LocalDate.of(2026, 4, 10), eur("1")));
    assertThatThrownBy(() -> sold.depreciated(LocalDate.of(2026, 5, 31)))
        .isInstanceOf(Refused.class)
        .hasMessage("Asset FA-1 cannot be depreciated: it is disposed. Acquire another asset.");
  }

  @Test
  void refusesBooksOfOneName() {
    assertThatThrownBy(() -> acquired(book("IFRS", 12), book("IFRS", 6)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("books.1.name is 'IFRS', expected each book once");
  }

  private static Asset last(List<AssetStep> steps) {
    return steps.get(steps.size() - 1).after();
  }

  private static String told(AssetStep step) {
    return step.amounts().stream()
        .map(
            each ->
                each.account().name().toLowerCase(java.util.Locale.ROOT)
                    + " "
                    + each.amount().amount().toPlainString())
        .toList()
        .toString();
  }

  private static Asset acquired(Acquisition.NewBook... books) {
    Acquisition acquisition =
        new Acquisition("Press", JANUARY, eur("1200"), List.of(books), Optional.empty());
    AssetStep step = Asset.acquired(new DocumentNumber("FA-1"), acquisition);
    assertThat(told(step)).isEqualTo("[equipment 1200.00, cash -1200.00]");
    return step.after();
  }

  private static Acquisition.NewBook book(String name, int months) {
    return new Acquisition.NewBook(
        name,
        new DepreciationTerms(
            DepreciationMethod.STRAIGHT_LINE,
            Quantity.of(months),
            LifeUnit.MONTHS,
            eur("0"),
            Convention.FULL_MONTH,
            DepreciationPeriod.MONTH,
            Optional.empty()),
        Optional.empty());
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
