package org.millrace.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.shared.Money;
import org.millrace.shared.Refused;

/** Rates are exact, and amounts rounded half up. */
class ExchangeRateTest {
  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency JPY = Currency.getInstance("JPY");

  @Test
  void convertsByADecimalOrAnExactQuotient() {
    assertThat(at("1/1.20", "400", USD)).isEqualTo(Money.of("333.33", "USD"));
    assertThat(at("1/29.905289946739", "9362.5", USD)).isEqualTo(Money.of("313.07", "USD"));
    assertThat(at("162", "771.60", JPY)).isEqualTo(Money.of("124999", "JPY"));
    assertThat(at("0.5", "-0.01", USD)).isEqualTo(Money.of("-0.01", "USD"));
  }

  @Test
  void turnsItselfRound() {
    assertThat(new ExchangeRate("1/1.20").inverse().value()).isEqualTo("1.20");
    assertThat(new ExchangeRate("7.15").inverse().value()).isEqualTo("1/7.15");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.00", "-1", "1/0", "1/2/3", "1e5", "", "x", "1,2", "/2"})
  void refusesWhatIsNoRate(String text) {
    assertThatThrownBy(() -> new ExchangeRate(text)).isInstanceOf(Refused.class);
  }

  private static Money at(String rate, String amount, Currency into) {
    return new ExchangeRate(rate).of(new BigDecimal(amount), into);
  }
}
