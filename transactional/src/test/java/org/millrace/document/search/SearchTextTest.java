package org.millrace.document.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.millrace.document.mapping.RecordMapping;

class SearchTextTest {
  private enum State {
    OPEN,
    REOPENED,
    CLOSED
  }

  private record Row(
      String number, Optional<String> note, State state, int pieces, List<String> items) {}

  /** The search of some of the columns number, note, state, pieces and items. */
  static SearchText of(String... fields) {
    List<String> wanted = Arrays.asList(fields);
    return SearchText.of(
        RecordMapping.of(Row.class, Set.of()).columns().stream()
            .filter(column -> wanted.contains(column.field()))
            .toList());
  }

  @Test
  void makesOneTextOfTextsAndNumbers() {
    assertThat(of("number", "note", "pieces", "state").expression())
        .contains(
            "(coalesce(number, '') || ' ' || coalesce(note, '') || ' ' || coalesce(pieces::text,"
                + " ''))");
    assertThat(of("state").expression()).isEmpty();
  }

  @Test
  void looksForLongTextsAnywhereAndForShortOnesAtTheBeginningOfWords() {
    assertThat(of("number").holding("a_b%").get(0).parameters()).containsExactly("%a\\_b\\%%");
    assertThat(of("number").holding("华为").get(0).parameters()).containsExactly("华为%", "% 华为%");
  }

  @Test
  void knowsTheWordsOfStates() {
    assertThat(of("state").holding("Open"))
        .containsExactly(new SearchText.Condition("state in (?, ?)", List.of("open", "reopened")));
    assertThat(of("state").holding("nothing")).isEmpty();
    assertThat(of("items").holding("BELL").get(0).sql()).isEqualTo("items::text ilike ?");
  }

  @Test
  void helpsToFindAPartOfAColumnThatItLooksInto() {
    RecordMapping.Column number = RecordMapping.of(Row.class, Set.of()).columns().get(0);
    assertThat(of("number").including(number, "042"))
        .contains(new SearchText.Condition("(coalesce(number, '')) ilike ?", List.of("%042%")));
    assertThat(of("number").including(number, "42")).isEmpty();
    assertThat(of("note").including(number, "042")).isEmpty();
  }
}
