package org.millrace.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.shared.CompanyCode;

/** In Shanghai it is the morning of 1 March while it is still February in Greenwich. */
class CompanyDaysTest {
  private static final Instant NOW = Instant.parse("2026-02-28T23:00:00Z");

  private final Company company =
      new Company(
          new CompanyCode("SH"),
          "Shanghai",
          Currency.getInstance("CNY"),
          false,
          ZoneId.of("Asia/Shanghai"),
          Optional.empty());

  @Test
  void todayIsNowAndAnotherDayItsFirstMoment() {
    assertThat(company.happened(Optional.empty(), NOW)).isEqualTo(NOW);
    assertThat(company.happened(day("2026-03-01"), NOW)).isEqualTo(NOW);
    Instant earlier = company.happened(day("2026-02-27"), NOW);
    assertThat(earlier).isEqualTo("2026-02-26T16:00:00Z");
    assertThat(company.dayOf(earlier)).isEqualTo("2026-02-27");
  }

  @Test
  void refusesADayThatIsStillToCome() {
    assertThatThrownBy(() -> company.happened(day("2026-03-02"), NOW))
        .hasMessageContaining("date is '2026-03-02', expected a day not after today 2026-03-01");
  }

  @Test
  void whatIsTakenBackComesAfterWhatHappenedUntilThatDay() {
    LocalDate day = LocalDate.parse("2026-02-27");
    Instant noon = Instant.parse("2026-02-27T04:00:00Z");
    assertThat(company.momentAfter(noon, day, NOW)).isEqualTo(noon);
    assertThat(company.momentAfter(Instant.MIN, day, NOW)).isEqualTo(company.startOf(day));
    assertThat(company.dayOf(company.momentAfter(NOW, day, NOW))).isEqualTo(day);
    assertThat(company.momentAfter(noon, LocalDate.parse("2026-03-01"), NOW)).isEqualTo(NOW);
  }

  private static Optional<LocalDate> day(String day) {
    return Optional.of(LocalDate.parse(day));
  }
}
