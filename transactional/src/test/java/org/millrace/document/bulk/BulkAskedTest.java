package org.millrace.document.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;
import org.millrace.web.ProblemAnswer;
import org.millrace.web.ProblemType;
import org.millrace.web.part.Outcome;

/** Several documents that one verb is done to, and what came of each. */
class BulkAskedTest {
  @Test
  void areAtLeastOneAtMostSoManyAndEachOnce() {
    numbered(1).check(50);
    numbered(50).check(50);
    for (int count : new int[] {0, 51}) {
      assertThatThrownBy(() -> numbered(count).check(50))
          .isInstanceOf(Refused.class)
          .hasMessage(
              "It cannot be done to these documents: documents is '%d documents', expected 1 to 50"
                      .formatted(count)
                  + " documents");
    }
    assertThatThrownBy(() -> of("SO-1", "SO-2", " SO-1", "SO-2").check(50))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::field, Problem::value)
                    .containsExactly(
                        tuple("documents.2.number", "SO-1"), tuple("documents.3.number", "SO-2")));
  }

  @Test
  void countsWhatWasDoneAndKeepsTheOrderOfTheRequest() {
    ProblemAnswer stale = ProblemAnswer.of(ProblemType.STALE_VERSION, "Read it again");
    BulkAnswer answer =
        BulkAnswer.of(
            List.of(
                BulkAnswer.Row.of("SO-3", Outcome.of(stale)),
                BulkAnswer.Row.of(
                    "SO-1",
                    Outcome.of(
                        new BulkAnswer.Changed(2, Optional.of("open"), Optional.of("SI-9")))),
                BulkAnswer.Row.of("SO-2", Outcome.of(stale))));
    assertThat(answer.documents()).isEqualTo(3);
    assertThat(answer.done()).isEqualTo(1);
    assertThat(answer.refused()).isEqualTo(2);
    assertThat(answer.rows())
        .extracting(BulkAnswer.Row::number)
        .containsExactly("SO-3", "SO-1", "SO-2");
    assertThat(answer.rows().get(1).made()).contains("SI-9");
    assertThat(answer.rows().get(0).problem()).contains(stale);
    assertThat(answer.rows().get(0).version()).isEmpty();
  }

  private static BulkAsked numbered(int count) {
    return of(IntStream.range(0, count).mapToObj(i -> "SO-" + i).toArray(String[]::new));
  }

  private static BulkAsked of(String... numbers) {
    return new BulkAsked(
        Arrays.stream(numbers)
            .map(number -> new BulkAsked.Chosen(new DocumentNumber(number), Optional.empty()))
            .toList());
  }
}
