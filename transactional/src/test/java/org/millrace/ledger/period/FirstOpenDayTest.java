package org.millrace.ledger.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.millrace.shared.CompanyCode;

class FirstOpenDayTest {
  private static final CompanyCode COMPANY = new CompanyCode("LATE");
  private static final Instant CLOSED = Instant.parse("2026-03-31T23:59:59Z");

  @Test
  void isTheMomentItselfInAnOpenMonth() {
    Instant open = Instant.parse("2026-05-10T08:00:00Z");
    assertThat(closed("2026-03", "2026-04").openFrom(COMPANY, open)).isEqualTo(open);
  }

  @Test
  void isTheFirstDayAfterTheClosedMonths() {
    assertThat(closed("2026-01", "2026-03", "2026-04").openFrom(COMPANY, CLOSED))
        .isEqualTo(Instant.parse("2026-05-01T00:00:00Z"));
  }

  private static FirstOpenDay closed(String... months) {
    List<Periods.Closed> closed =
        Stream.of(months)
            .map(month -> new Periods.Closed(YearMonth.parse(month), "anna", Instant.EPOCH))
            .toList();
    return new FirstOpenDay(
        new Periods() {
          @Override
          public boolean close(CompanyCode company, YearMonth month) {
            throw new UnsupportedOperationException("Nothing is closed here");
          }

          @Override
          public List<Closed> closed(CompanyCode company) {
            return closed;
          }
        });
  }
}
