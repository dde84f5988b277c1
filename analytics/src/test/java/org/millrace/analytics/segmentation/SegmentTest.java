package org.millrace.analytics.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentTest {

  @ParameterizedTest
  @CsvSource({
    "5, 4, 4, CHAMPIONS",
    "4, 3, 5, CHAMPIONS",
    "4, 3, 4, POTENTIAL_LOYAL",
    "5, 2, 2, POTENTIAL_LOYAL",
    "5, 1, 2, NEW",
    "3, 5, 3, LOYAL",
    "3, 2, 3, NEEDS_ATTENTION",
    "3, 1, 2, PROMISING",
    "2, 5, 5, AT_RISK",
    "2, 1, 1, HIBERNATING",
    "1, 4, 4, CANNOT_LOSE",
    "1, 3, 4, AT_RISK",
    "1, 2, 1, LOST",
  })
  void followsTheGrid(int recency, int frequency, int monetary, Segment segment) {
    assertThat(Segment.of(new Scores(recency, frequency, monetary))).isEqualTo(segment);
  }

  @Test
  void everySegmentCanBeReached() {
    Set<Segment> reached = EnumSet.noneOf(Segment.class);
    for (int cell = 0; cell < 125; cell++) {
      reached.add(Segment.of(new Scores(1 + cell / 25, 1 + cell / 5 % 5, 1 + cell % 5)));
    }
    assertThat(reached).containsExactlyInAnyOrder(Segment.values());
  }

  @Test
  void refusesAScoreOutsideOneToFive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Scores(1, 6, 1))
        .withMessage("Score frequency must be 1 to 5, got 6");
  }
}
