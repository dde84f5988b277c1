package org.millrace.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
  @ParameterizedTest
  @ValueSource(strings = {"1000000000", "-1000000000", "0.0001", "1e3", "0e99"})
  void isEnteredWithinABillionToFourDecimals(String text) {
    assertThat(Quantity.entered("quantity", text).value())
        .isEqualByComparingTo(new BigDecimal(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000000000.0001", "-1000000001", "0.00001", "1e10"})
  void refusesWhatNobodyMeans(String text) {
    assertThatThrownBy(() -> Quantity.entered("lines.1.quantity", text))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("lines.1.quantity is '")
        .hasMessageContaining("a number from -1000000000 to 1000000000 with at most 4 decimals");
  }

  @Test
  void isTheSameHoweverItIsWritten() {
    assertThat(Quantity.of("16.00")).isEqualTo(Quantity.of("1.6E+1")).hasToString("16");
    assertThat(Quantity.of("-0.000")).isEqualTo(Quantity.ZERO);
    assertThat(Quantity.of(2)).isGreaterThan(Quantity.of("1.9999"));
  }

  /** Sums may pass what is entered at once, up to what every stage behind the core can hold. */
  @Test
  void addsUpBeyondWhatIsEnteredAtOnce() {
    Quantity most = Quantity.of("999999999999.9999");
    assertThat(most.minus(Quantity.of("0.0001")).plus(Quantity.of("0.0001"))).isEqualTo(most);
    assertThatThrownBy(() -> most.plus(Quantity.of("0.0001")))
        .hasMessageContaining("at most 4 decimals and 12 digits before them");
    assertThatThrownBy(() -> Quantity.of("0.01").times(Quantity.of("0.001")))
        .hasMessageContaining("at most 4 decimals");
  }

  @ParameterizedTest
  @CsvSource({"90, 50, 100", "100, 50, 100", "0, 50, 0", "1.2, 0.5, 1.5", "0.0001, 3, 3"})
  void goesIntoWholePacks(String wanted, String pack, String packs) {
    assertThat(Quantity.of(wanted).inPacks(Quantity.of(pack))).isEqualTo(Quantity.of(packs));
  }

  @Property
  void takesNoPackTooMany(
      @ForAll @IntRange(max = 1_000_000) int wanted,
      @ForAll @IntRange(min = 1, max = 9_999) int of) {
    Quantity some = Quantity.of(BigDecimal.valueOf(wanted, 2));
    Quantity pack = Quantity.of(BigDecimal.valueOf(of, 2));
    Quantity packed = some.inPacks(pack);
    assertThat(packed).isGreaterThanOrEqualTo(some);
    assertThat(packed.minus(pack)).isLessThan(some);
  }
}
