package org.millrace.ledger.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;

class FirstOpenDayTest {
  private static final CompanyCode COMPANY = new CompanyCode("LATE");
  private static final Instant CLOSED = Instant.parse("2026-03-31T23:59:59Z");

  @Test
  void isTheMomentItselfInAnOpenMonth() {
    Instant open = Instant.parse("2026-05-10T08:00:00Z");
    assertThat(closedThrough("2026-04", "UTC").openFrom(COMPANY, open)).isEqualTo(open);
  }

  @Test
  void isTheFirstDayAfterTheLastClosedMonthInTheZoneOfTheCompany() {
    assertThat(closedThrough("2026-04", "UTC").openFrom(COMPANY, CLOSED))
        .isEqualTo(Instant.parse("2026-05-01T00:00:00Z"));
    assertThat(closedThrough("2026-04", "Asia/Shanghai").openFrom(COMPANY, CLOSED))
        .isEqualTo(Instant.parse("2026-04-30T16:00:00Z"));
  }

  private static FirstOpenDay closedThrough(String month, String zone) {
    Company company =
        new Company(
            COMPANY, "Late", Currency.getInstance("EUR"), false, ZoneId.of(zone), Optional.empty());
    return new FirstOpenDay(code -> company, new ClosedThrough(YearMonth.parse(month)));
  }

  /** Periods that nobody opens or closes. */
  private record ClosedThrough(YearMonth last) implements Periods {
    @Override
    public void hold(CompanyCode company) {
      throw new UnsupportedOperationException("Nothing is closed here");
    }

    @Override
    public Optional<YearMonth> closedThrough(CompanyCode company) {
      return Optional.of(last);
    }

    @Override
    public List<Versioned> close(CompanyCode company, YearMonth month) {
      throw new UnsupportedOperationException("Nothing is closed here");
    }

    @Override
    public Versioned reopen(CompanyCode company, YearMonth month) {
      throw new UnsupportedOperationException("Nothing is opened here");
    }

    @Override
    public List<Listed> months(CompanyCode company, YearMonth running) {
      return List.of();
    }

    @Override
    public List<Act> history(CompanyCode company, YearMonth month) {
      return List.of();
    }
  }
}
