package org.millrace.supply.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.millrace.item.ItemCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.stock.Outlook;

class AheadTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate LATER = LocalDate.of(2026, 3, 20);

  @Example
  void promisesWhatTheFirstOrderLeft() {
    Ahead ahead = ahead(there(10), wanted(10, TODAY), expected(60, LATER));
    assertThat(ahead.availableOn(TODAY)).isEqualTo(Quantity.ZERO);
    assertThat(ahead.availableOn(LATER)).isEqualTo(Quantity.of(60));
    assertThat(ahead.firstDay(Quantity.of(10), TODAY)).contains(LATER);
    assertThat(ahead.firstDay(Quantity.of(61), TODAY)).isEmpty();
  }

  /** 50 are promised for the day of the receipt with which 50 are there beyond what is promised. */
  @Example
  void promisesForTheReceiptThatMakesItSuffice() {
    Ahead ahead =
        ahead(there(20), expected(20, TODAY.plusDays(5)), expected(30, LATER), wanted(10, TODAY));
    assertThat(ahead.firstDay(Quantity.of(10), TODAY)).contains(TODAY);
    assertThat(ahead.firstDay(Quantity.of(30), TODAY)).contains(TODAY.plusDays(5));
    assertThat(ahead.firstDay(Quantity.of(50), TODAY)).contains(LATER);
  }

  @Example
  void keepsGoodsForWhoWantsThemLater() {
    Ahead ahead = ahead(there(10), wanted(8, LATER));
    assertThat(ahead.availableOn(TODAY)).isEqualTo(Quantity.of(2));
    assertThat(ahead.firstDay(Quantity.of(3), TODAY)).isEmpty();
  }

  @Example
  void countsOnNothingThatIsOverdueOrOfNoDay() {
    Ahead ahead = ahead(there(1), expected(5, TODAY.minusDays(1)), expected(7, null));
    assertThat(ahead.availableOn(LATER)).isEqualTo(Quantity.of(1));
    assertThat(ahead(there(3), wanted(2, TODAY.minusDays(9))).availableOn(TODAY))
        .isEqualTo(Quantity.of(1));
  }

  /** Whatever is promised one after the other, nobody is ever short of what he was promised. */
  @Property
  void nobodyPromisedIsEverShort(
      @ForAll @Size(min = 1, max = 8) int[] asked, @ForAll @IntRange(min = 0, max = 30) int there) {
    Outlook.Goods[] goods = {there(there), expected(20, LATER), expected(15, LATER.plusDays(3))};
    Ahead ahead = ahead(goods);
    int promised = 0;
    for (int some : asked) {
      Quantity wanted = Quantity.of(1 + Math.floorMod(some, 20));
      Optional<LocalDate> day = ahead.firstDay(wanted, TODAY);
      if (day.isPresent()) {
        ahead.take(day.get(), wanted);
        promised += 1 + Math.floorMod(some, 20);
      }
    }
    assertThat(promised).isLessThanOrEqualTo(there + 35);
    assertThat(ahead.availableOn(LATER.plusDays(3))).isEqualTo(Quantity.of(there + 35 - promised));
  }

  private static Ahead ahead(Outlook.Goods... goods) {
    return Ahead.of(Arrays.asList(goods), TODAY);
  }

  private static Outlook.Goods there(int quantity) {
    return goods(quantity, Optional.empty(), Optional.empty());
  }

  private static Outlook.Goods wanted(int quantity, LocalDate day) {
    return goods(-quantity, Optional.of(day), Optional.of(new DocumentRef("sales", "order", "S")));
  }

  private static Outlook.Goods expected(int quantity, LocalDate day) {
    return goods(
        quantity,
        Optional.ofNullable(day),
        Optional.of(new DocumentRef("purchasing", "order", "P")));
  }

  private static Outlook.Goods goods(
      int quantity, Optional<LocalDate> day, Optional<DocumentRef> document) {
    return new Outlook.Goods(
        new ItemCode("BIKE"), LocationCode.MAIN, Quantity.of(quantity), day, document);
  }
}
