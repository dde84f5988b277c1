package org.millrace.exchange.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineNumbersTest {
  private final LineNumbers cents = new LineNumbers(2);

  private static BigDecimal of(String number) {
    return new BigDecimal(number);
  }

  @Test
  void findsThePriceThatComesToTheAmount() {
    assertThat(cents.priced(of("10"), of("3"), Optional.of("quantity")).orElseThrow())
        .isEqualTo(new LineNumbers.Split(of("3.333333"), of("3"), Optional.empty(), List.of()));
  }

  @Test
  void keepsTheRemainderWithTheLastUnit() {
    LineNumbers.Split split =
        cents.priced(of("1000"), of("30000"), Optional.of("quantity")).orElseThrow();
    assertThat(
            split
                .of("price", Optional.of("quantity"))
                .rows(Map.of("item", "A", "price", "0.033333")))
        .containsExactly(
            Map.of("item", "A", "price", "0.033333", "quantity", "29999"),
            Map.of("item", "A", "quantity", "1", "price", "0.04"));
    assertThat(cents.priced(of("1000"), of("30000"), Optional.empty())).isEmpty();
    assertThat(cents.priced(of("1000"), of("30000.5"), Optional.of("quantity"))).isEmpty();
  }

  @Test
  void takesDiscountsOffInTheirThreeForms() {
    BigDecimal gross = of("80");
    assertThat(
            LineNumbers.discounted(gross, of("0.25"), CellRule.DiscountIs.FRACTION).orElseThrow())
        .isEqualByComparingTo("60");
    assertThat(LineNumbers.discounted(gross, of("25"), CellRule.DiscountIs.PERCENT).orElseThrow())
        .isEqualByComparingTo("60");
    assertThat(LineNumbers.discounted(gross, of("20"), CellRule.DiscountIs.AMOUNT).orElseThrow())
        .isEqualByComparingTo("60");
    assertThat(LineNumbers.discounted(gross, of("1.5"), CellRule.DiscountIs.FRACTION)).isEmpty();
  }
}
