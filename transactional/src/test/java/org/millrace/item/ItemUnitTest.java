package org.millrace.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.shared.Quantity;
import org.millrace.shared.Unit;

/** Quantities in another unit, and barcodes. */
class ItemUnitTest {
  private static final Unit BOX = new Unit("box");
  private static final Unit POUND = new Unit("lb");

  @Test
  void convertExactlyOrNotAtAll() {
    ItemUnit box = ItemUnit.of(BOX, 12);
    assertThat(box.inOwn(Quantity.of("2.5"))).contains(Quantity.of(30));
    assertThat(box.ofOwn(Quantity.of(30))).contains(Quantity.of("2.5"));
    assertThat(box.ofOwn(Quantity.of(1))).isEmpty();
    ItemUnit piece = new ItemUnit(Unit.PIECES, BigDecimal.ONE, Optional.of(new BigDecimal(12)));
    assertThat(piece.inOwn(Quantity.of(6))).contains(Quantity.of("0.5"));
    assertThat(piece.inOwn(Quantity.of(5))).isEmpty();
    ItemUnit pound = new ItemUnit(POUND, new BigDecimal("0.45359237"), Optional.empty());
    assertThat(pound.inOwn(Quantity.of(1))).isEmpty();
    assertThat(pound.inOwn(Quantity.of(10_000))).contains(Quantity.of("4535.9237"));
  }

  @Test
  void pricesAreOfOneOfTheOwnUnit() {
    assertThat(ItemUnit.of(BOX, 12).priceOfOwn(new BigDecimal(100)))
        .isEqualByComparingTo("8.333333");
    assertThat(
            new ItemUnit(Unit.PIECES, BigDecimal.ONE, Optional.of(new BigDecimal(12)))
                .priceOfOwn(new BigDecimal("1.5")))
        .isEqualByComparingTo("18");
  }

  /** What is converted is factor / per times as much, to the last decimal, and comes back. */
  @Property(tries = 2_000)
  void lossless(
      @ForAll @LongRange(min = -10_000_000_000L, max = 10_000_000_000L) long tenThousandths,
      @ForAll @IntRange(min = 1, max = 1_000_000) int factorThousandths,
      @ForAll @IntRange(min = 1, max = 1_000) int per) {
    BigDecimal factor = BigDecimal.valueOf(factorThousandths, 3);
    ItemUnit unit = new ItemUnit(BOX, factor, Optional.of(BigDecimal.valueOf(per)));
    Quantity some = Quantity.of(BigDecimal.valueOf(tenThousandths, 4));
    unit.inOwn(some)
        .ifPresent(
            own -> {
              assertThat(own.value().multiply(BigDecimal.valueOf(per)))
                  .isEqualByComparingTo(some.value().multiply(factor));
              assertThat(unit.ofOwn(own)).contains(some);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1000000001", "0.0000000001"})
  void factorsAreAboveNought(String factor) {
    assertThatThrownBy(() -> new ItemUnit(BOX, new BigDecimal(factor), Optional.empty()))
        .hasMessageContaining("factor is '")
        .hasMessageContaining("more than 0 and at most 1000000000");
  }

  /** GS1 General Specifications, 7.9, and the EAN-13 of the Wikipedia article on it. */
  @ParameterizedTest
  @ValueSource(strings = {"4006381333931", "73513537", "036000291452", "14006381333938"})
  void barcodesHaveTheirCheckDigit(String gtin) {
    assertThat(Barcode.isGtin(gtin)).isTrue();
    for (int i = 0; i < gtin.length(); i++) {
      char other = gtin.charAt(i) == '9' ? '0' : (char) (gtin.charAt(i) + 1);
      assertThat(Barcode.isGtin(gtin.substring(0, i) + other + gtin.substring(i + 1))).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4006381333932", "400638133393", "123", "400638133393X"})
  void otherBarcodesAreRefused(String gtin) {
    assertThatThrownBy(() -> new Barcode(gtin, Optional.empty())).hasMessageContaining("gtin is '");
  }

  @Test
  void unitsOfAnItemAreKnownAndStandOnce() {
    Item bell = Item.stocked(new ItemCode("BELL"), "Bell");
    Item boxed = bell.withUnits(List.of(ItemUnit.of(BOX, 12)));
    assertThat(boxed.inOwn(Quantity.of(2), BOX)).contains(Quantity.of(24));
    assertThat(boxed.inOwn(Quantity.of(2), Unit.PIECES)).contains(Quantity.of(2));
    assertThat(boxed.inOwn(Quantity.of(2), POUND)).isEmpty();
    assertThatThrownBy(() -> bell.withUnits(List.of(ItemUnit.of(Unit.PIECES, 1))))
        .hasMessageContaining("units is '[pcs]', expected each unit once");
    assertThatThrownBy(
            () -> boxed.withBarcodes(List.of(new Barcode("73513537", Optional.of(POUND)))))
        .hasMessageContaining("barcodes.1.unit is 'lb', expected one of the item's units");
  }
}
