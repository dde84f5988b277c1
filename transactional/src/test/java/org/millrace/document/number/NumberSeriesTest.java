package org.millrace.document.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.shared.Refused;

class NumberSeriesTest {
  @ParameterizedTest
  @CsvSource({
    "SO, false, 6, 17, SO-000017",
    "SO, true,  6, 17, SO-2026-000017",
    "订单, false, 3, 17, 订单-017",
    "A.B_c-, false, 1, 17, A.B_c--17",
    "SO, false, 2, 1234, SO-1234"
  })
  void looksAsItWasSet(String prefix, boolean withYear, int digits, long count, String number) {
    NumberSeries series = new NumberSeries(" " + prefix + " ", withYear, digits, 1);
    assertThat(series.number(2026, count)).isEqualTo(number);
    assertThat(series.yearOf(2026)).isEqualTo(withYear ? 2026 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 6, 1, 'prefix is '''', expected 1 to 12 letters, digits, dots, dashes or underscores'",
    "SO/, 6, 1, prefix is 'SO/'",
    "ABCDEFGHIJKLM, 6, 1, prefix is 'ABCDEFGHIJKLM'",
    "SO, 0, 1, 'digits is ''0'', expected a number from 1 to 12'",
    "SO, 13, 1, 'digits is ''13'', expected a number from 1 to 12'",
    "SO, 6, 0, 'first is ''0'', expected a number from 1 to a billion'",
    "SO, 6, 1000000001, 'first is ''1000000001'', expected a number from 1 to a billion'"
  })
  void refusesWhatCannotCount(String prefix, int digits, long first, String problem) {
    assertThatThrownBy(() -> new NumberSeries(prefix, false, digits, first))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("The numbers cannot be made so: " + problem);
  }

  /** Two counts never have one number, and numbers of one length sort as they count. */
  @Property
  void countsWithoutMeetingItself(
      @ForAll @IntRange(min = 1, max = 12) int digits,
      @ForAll @LongRange(min = 1, max = 2_000_000) long one,
      @ForAll @LongRange(min = 1, max = 2_000_000) long other) {
    NumberSeries series = new NumberSeries("SO", true, digits, 1);
    String first = series.number(2026, one);
    String second = series.number(2026, other);
    assertThat(first.equals(second)).isEqualTo(one == other);
    if (first.length() == second.length()) {
      assertThat(Integer.signum(first.compareTo(second))).isEqualTo(Long.compare(one, other));
    }
    assertThat(first).isNotEqualTo(series.number(2027, one));
  }
}
