package org.millrace.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.millrace.document.TestingStates;

/** Why a step is not possible is told in Chinese too, to the last word. */
class StepsInChineseTest {
  private static final Phrasebook BOOK = Phrasebook.of("refusals.zh.txt");

  static Stream<TestingStates.Case> refused() {
    return TestingStates.machines().stream()
        .flatMap(machine -> TestingStates.cases(machine).stream())
        .filter(tried -> !tried.isAllowed());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void hasNoEnglishLeftBesideTheNumber(TestingStates.Case tried) {
    assertThat(BOOK.said(tried.refusal()).replace("Paper P-1", ""))
        .as(tried.refusal())
        .doesNotContainPattern("[A-Za-z]{2,}");
  }
}
