package org.millrace.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.exchange.file.CellStyles.Shows;

/** Numbers of cells as a spreadsheet shows them. */
class CellNumberTest {
  private final CellNumber from1900 = CellNumber.from1900('.');
  private final CellNumber from1904 = CellNumber.from1904('.');

  @ParameterizedTest
  @CsvSource({
    "2.5499999999999998, 2.55",
    "0.1000000000000000055511151231257827, 0.1",
    "1E3, 1000",
    "1.50, 1.5",
    "-0.0, 0",
    "00123, 00123",
    "12345678901234567890, 12345678901234567890",
    "1E-70, 1E-70",
    "1E999999999, 1E999999999",
    "n/a, n/a"
  })
  void showsFifteenDigitsAndLeavesWhatIsNoNumber(String stored, String shown) {
    assertThat(from1900.text(stored, Shows.NUMBER)).isEqualTo(shown);
  }

  /** What a program computed in double precision is the number that a person typed. */
  @Property
  void givesBackWhatWasTyped(
      @ForAll @IntRange(min = -999_999_999) int whole, @ForAll @IntRange(max = 4) int decimals) {
    BigDecimal typed = BigDecimal.valueOf(whole, decimals);
    String stored = new BigDecimal(typed.doubleValue()).round(new MathContext(17)).toString();
    assertThat(new BigDecimal(from1900.text(stored, Shows.NUMBER))).isEqualByComparingTo(typed);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1900-01-01",
    "59, 1900-02-28",
    "61, 1900-03-01",
    "46082, 2026-03-01",
    "2958465, 9999-12-31"
  })
  void countsDaysFrom1900AsIfThatHadBeenALeapYear(String stored, String day) {
    assertThat(from1900.text(stored, Shows.DAY)).isEqualTo(day);
  }

  @Property
  void ofBothEpochsAreFourYearsAndADayApart(@ForAll @IntRange(min = 61, max = 2_900_000) int day) {
    LocalDateTime one = from1900.moment(BigDecimal.valueOf(day)).orElseThrow();
    LocalDateTime other = from1904.moment(BigDecimal.valueOf(day)).orElseThrow();
    assertThat(ChronoUnit.DAYS.between(one, other)).isEqualTo(1_462);
    assertThat(one.toLocalDate()).isEqualTo(LocalDate.of(1900, 3, 1).plusDays(day - 61L));
  }

  @ParameterizedTest
  @CsvSource({
    "46082.75, DAY, 2026-03-01 18:00:00",
    "46082, MOMENT, 2026-03-01 00:00:00",
    "46082.999994, DAY, 2026-03-01 23:59:59",
    "46082.9999999, DAY, 2026-03-02",
    "2958466, DAY, 2958466",
    "-1, DAY, -1",
    "soon, DAY, soon"
  })
  void showsTheTimeWhereThereIsOneAndTheNumberWhereItIsNoDay(
      String stored, Shows shows, String shown) {
    assertThat(from1900.text(stored, shows)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"'1.5', '1,5'", "1E3, 1000", "n.a., n.a."})
  void writesTheDecimalSignThatTheMappingReads(String stored, String shown) {
    assertThat(CellNumber.from1900(',').text(stored, Shows.NUMBER)).isEqualTo(shown);
  }
}
