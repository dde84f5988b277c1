package org.millrace.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
  private static final Currency EUR = Currency.getInstance("EUR");

  @Property
  void readsWhatIsWithinReach(
      @ForAll @BigRange(min = "-999999999", max = "999999999") @Scale(9) BigDecimal number) {
    assertThat(Decimals.read("x", number.toPlainString())).isEqualByComparingTo(number);
    assertThat(Decimals.read("x", number.toString())).isEqualByComparingTo(number);
  }

  /** Any digits with any exponent: it is refused at once or small enough to be written out. */
  @Property
  void neverHandsOnANumberThatCannotBeWrittenOut(@ForAll BigInteger digits, @ForAll int scale) {
    BigDecimal any = new BigDecimal(digits, scale);
    for (java.util.function.Supplier<BigDecimal> reading :
        java.util.List.<java.util.function.Supplier<BigDecimal>>of(
            () -> Decimals.read("x", any.toString()),
            () -> Decimals.within("x", any),
            () -> Quantity.of(any).value(),
            () -> Money.of(any, EUR).amount())) {
      try {
        assertThat(reading.get()).isEqualByComparingTo(any);
        assertThat(reading.get().toPlainString()).hasSizeLessThan(130);
      } catch (Refused | NumberFormatException e) {
        assertThat(e.getMessage()).hasSizeLessThan(400);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "-1e999999999",
        "1e-999999999",
        "1e2147483647",
        "1e13",
        "0.0000000000001",
        "123456789012345678901",
        "1000000000000"
      })
  void refusesANumberBeyondBeliefAndSaysTheLimit(String number) {
    assertThatThrownBy(() -> Decimals.read("lines.0.quantity", number))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("lines.0.quantity is '" + new BigDecimal(number))
        .hasMessageContaining("at most 20 digits and 12 decimals")
        .hasMessageContaining("999999999999");
  }

  @Test
  void refusesATextThatIsTooLongForANumber() {
    assertThatThrownBy(() -> Decimals.read("price", "1".repeat(100_000)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("price is '" + "1".repeat(40) + "...'");
  }

  @Test
  void limitsWhatIsEnteredForOneDocument() {
    assertThat(Quantity.entered("quantity", "1000000000").value()).isEqualTo("1000000000");
    assertThatThrownBy(() -> Quantity.entered("quantity", "1000000000.0001"))
        .hasMessageContaining("from -1000000000 to 1000000000");
    assertThatThrownBy(() -> Quantity.entered("quantity", "0.00001"))
        .hasMessageContaining("at most 4 decimals");
    BigDecimal price = new BigDecimal("1000000000.01");
    assertThatThrownBy(() -> UnitPrice.require(new Problems(), "unitPrice", price).refuse("Not so"))
        .hasMessageContaining("unitPrice is '1000000000.01', expected 0 to 1000000000");
    Money each = Money.of("999999.99", "EUR");
    assertThatThrownBy(() -> each.times(new BigDecimal("999999999999")).rounded())
        .isInstanceOf(Refused.class)
        .hasMessageContaining("at most 999999999999.99");
  }
}
