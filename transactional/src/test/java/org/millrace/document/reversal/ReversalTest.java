package org.millrace.document.reversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.document.reversal.PostedStatus.Act;
import org.millrace.shared.Refused;

class ReversalTest {
  private static final LocalDate POSTED = LocalDate.parse("2026-03-10");
  private static final LocalDate TODAY = LocalDate.parse("2026-03-20");

  @Test
  void isOfTodayWhenNoDayIsNamed() {
    assertThat(new Reversal("Typed twice", Optional.empty()).day("It", POSTED, TODAY))
        .isEqualTo(TODAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-10", "2026-03-15", "2026-03-20"})
  void isOfAnyDayFromTheDocumentToToday(LocalDate day) {
    assertThat(new Reversal("Typed twice", Optional.of(day)).day("It", POSTED, TODAY))
        .isEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-09", "2026-03-21"})
  void refusesADayBeforeTheDocumentOrAfterToday(LocalDate day) {
    Reversal reversal = new Reversal("Typed twice", Optional.of(day));
    assertThatThrownBy(() -> reversal.day("Payment PY-1", POSTED, TODAY))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Payment PY-1 cannot be reversed")
        .hasMessageContaining("date is '" + day + "', expected a day from 2026-03-10")
        .hasMessageContaining("to today 2026-03-20");
  }

  @Test
  void needsAReason() {
    assertThatThrownBy(() -> new Reversal("  ", Optional.empty()).day("It", POSTED, TODAY))
        .hasMessageContaining("why it is reversed");
  }

  @Test
  void onlyWhatStandsIsReversed() {
    assertThat(PostedStatus.POSTED.refusal(Act.REVERSE, "Payment PY-1")).isEmpty();
    assertThat(PostedStatus.REVERSED.refusal(Act.REVERSE, "Payment PY-1"))
        .contains("Payment PY-1 cannot be reversed: it is reversed. Post a new one instead.");
    assertThat(PostedStatus.REVERSING.refusal(Act.REVERSE, "Payment PY-2"))
        .contains("Payment PY-2 cannot be reversed: it is reversing. Post a new one instead.");
  }
}
