package org.millrace.ledger.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.document.Step;
import org.millrace.ledger.period.PeriodStatus.Act;
import org.millrace.shared.CompanyCode;

class PeriodStatusTest {
  private static final YearMonth MARCH = YearMonth.parse("2026-03");

  private final PeriodStatus.Books fresh = books(Optional.empty());
  private final PeriodStatus.Books closed = books(Optional.of(MARCH));

  @Test
  void allBeforeTheLastClosedMonthAreClosed() {
    assertThat(closed.of(MARCH)).isEqualTo(PeriodStatus.CLOSED);
    assertThat(closed.of(YearMonth.parse("1999-01"))).isEqualTo(PeriodStatus.CLOSED);
    assertThat(closed.of(YearMonth.parse("2026-04"))).isEqualTo(PeriodStatus.OPEN);
    assertThat(fresh.of(MARCH)).isEqualTo(PeriodStatus.OPEN);
  }

  @Test
  void closesWhatIsOverAndOpen() {
    assertThat(fresh.refusal(Act.CLOSE, MARCH)).isEmpty();
    assertThat(fresh.refusal(Act.CLOSE, YearMonth.parse("2026-05")))
        .contains("2026-05 of SHOP is not over yet. The last month that can be closed is 2026-04.");
    assertThat(closed.refusal(Act.CLOSE, YearMonth.parse("2026-02")))
        .contains("2026-02 of SHOP is closed already, as all months up to 2026-03 are.");
  }

  @Test
  void opensTheLastClosedMonthAlone() {
    assertThat(closed.refusal(Act.REOPEN, MARCH)).isEmpty();
    assertThat(closed.refusal(Act.REOPEN, YearMonth.parse("2026-02")).orElseThrow())
        .contains("only the last closed month can, which is 2026-03");
    assertThat(fresh.refusal(Act.REOPEN, MARCH).orElseThrow()).contains("which is none");
  }

  @Test
  void tellsWhatCanBeDoneWithAMonth() {
    assertThat(closed.steps(MARCH))
        .extracting(Step::act, Step::allowed)
        .containsExactly(tuple("close", false), tuple("reopen", true));
  }

  private static PeriodStatus.Books books(Optional<YearMonth> through) {
    return new PeriodStatus.Books(new CompanyCode("SHOP"), YearMonth.parse("2026-05"), through);
  }
}
