package org.millrace.analytics.demand.stockout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.demand.stockout.StockOuts.Empty;

class StockOutsTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

  private static BitSet out(double[] sold, int first, int last) {
    return StockOuts.of(
        sold,
        13,
        List.of(new Empty(MONDAY.plusWeeks(first), MONDAY.plusWeeks(last))),
        week -> (int) ChronoUnit.WEEKS.between(MONDAY, week));
  }

  @Test
  void areTheWeeksWithoutStockInWhichNothingWasSold() {
    double[] sold = {5, 0, 0, 4, 0, 0};

    assertThat(out(sold, 1, 3)).as("sold all the same").isEqualTo(weeks(1, 2));
    assertThat(out(sold, -3, 1)).as("begins before").isEqualTo(weeks(1, 1));
    assertThat(out(sold, 4, 9)).as("ends after").isEqualTo(weeks(4, 5));
    assertThat(out(sold, 3, 3)).isEqualTo(new BitSet());
  }

  @Test
  void whatIsNotStockedForMoreThanAQuarterIsNotMissed() {
    double[] sold = new double[30];

    assertThat(out(sold, 2, 14)).isEqualTo(weeks(2, 14));
    assertThat(out(sold, 2, 15)).isEqualTo(new BitSet());
  }

  private static BitSet weeks(int first, int last) {
    BitSet weeks = new BitSet();
    IntStream.rangeClosed(first, last).forEach(weeks::set);
    return weeks;
  }
}
