package org.millrace.dashboards.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PeriodTest {
  @Test
  void readsOneMonthOrTwo() {
    assertThat(Period.of("2011-08")).hasToString("2011-08");
    assertThat(Period.of("2011-01..2011-08").months()).isEqualTo(8);
  }

  @Test
  void stepsBackByItsOwnLengthOrAYear() {
    Period period = Period.of("2011-03..2011-04");
    assertThat(period.previous()).hasToString("2011-01..2011-02");
    assertThat(period.yearBefore()).hasToString("2010-03..2010-04");
  }

  @Test
  void growsBackwardsToAtLeastSoManyMonths() {
    assertThat(Period.of("2011-08").atLeast(13)).hasToString("2010-08..2011-08");
    assertThat(Period.of("2009-01..2011-08").atLeast(13)).hasToString("2009-01..2011-08");
  }

  @Test
  void endsBeforeTheNextMonthBegins() {
    assertThat(Period.of("2011-12").dayAfter()).hasToString("2012-01-01");
  }

  @Test
  void refusesWhatIsNoMonthAndWhatRunsBackwards() {
    assertThatThrownBy(() -> Period.of("2011-13")).hasMessageContaining("not '2011-13'");
    assertThatThrownBy(() -> Period.of("2011-01..2011-02..2011-03"))
        .hasMessageContaining("such as 2011-08");
    assertThatThrownBy(() -> Period.of("2011-08..2011-01"))
        .hasMessageContaining("2011-01 is before 2011-08");
  }
}
