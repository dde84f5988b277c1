package org.millrace.analytics.forecast.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the printed tables of the t distribution. */
class StudentTTest {

  private static final double PRINTED = 6e-4;

  @ParameterizedTest
  @CsvSource({
    "0.95, 5, 2.571",
    "0.80, 5, 1.476",
    "0.95, 3, 3.182",
    "0.99, 10, 3.169",
    "0.90, 30, 1.697",
    "0.50, 4, 0.741"
  })
  void agreesWithTheTables(double share, double degrees, double printed) {
    assertThat(StudentT.halfWidth(share, degrees)).isCloseTo(printed, within(PRINTED));
  }
}
