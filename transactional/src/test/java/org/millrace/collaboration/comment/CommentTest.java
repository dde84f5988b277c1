package org.millrace.collaboration.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.shared.Refused;

class CommentTest {
  @ParameterizedTest
  @CsvSource({
    "'@anna please, and @bo.li too', anna bo.li",
    "'Ask @Anna. @anna knows', anna",
    "'write to anna@example.com', ''",
    "'@@anna', ''",
    "'请 @wang-li 看一下', wang-li",
    "'nobody', ''",
  })
  void findsWhoIsMentioned(String text, String names) {
    List<String> expected = names.isEmpty() ? List.of() : List.of(names.split(" "));
    assertThat(Comment.written("me", text, Instant.EPOCH).mentions()).isEqualTo(expected);
  }

  @Test
  void refusesNothingAndTooMuch() {
    assertThatThrownBy(() -> Comment.written("me", " \n", Instant.EPOCH))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("0 characters")
        .hasMessageContaining("1 to 5000");
    assertThatThrownBy(() -> Comment.written("me", "x".repeat(5_001), Instant.EPOCH))
        .hasMessageContaining("5001 characters");
    assertThat(Comment.written("me", "  fine ", Instant.EPOCH).text()).contains("fine");
  }
}
