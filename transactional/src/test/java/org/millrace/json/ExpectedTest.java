package org.millrace.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import tools.jackson.core.JacksonException;

/** What cannot be read is told in words of people. */
class ExpectedTest {
  enum Colour {
    RED,
    DARK_BLUE
  }

  record Line(Quantity quantity) {}

  record All(
      int whole,
      boolean truth,
      Optional<Integer> days,
      Optional<Boolean> open,
      Optional<Set<Long>> skip,
      Optional<LocalDate> day,
      Optional<Colour> colour,
      Optional<List<Line>> lines,
      Optional<Line> line,
      Optional<String> text,
      Optional<Map<String, String>> words) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "whole|1.5|a whole number such as 5",
        "whole|\"x\"|a whole number such as 5",
        "whole|{}|a whole number such as 5",
        "whole|true|a whole number such as 5",
        "whole|99999999999|a whole number such as 5",
        "whole|1e999999999|a whole number such as 5",
        "whole|null|it is missing",
        "days|[]|a whole number such as 5",
        "skip|[1, \"y\"]|a whole number such as 5",
        "skip|1|a list",
        "truth|1|true or false",
        "truth|{}|true or false",
        "open|\"perhaps\"|true or false",
        "day|{}|a day such as 2026-11-30",
        "colour|[]|one of red, dark-blue",
        "lines|{}|a list",
        "lines|[{\"quantity\": {}}]|a number such as 12.5",
        "lines|[{\"quantity\": 1, \"quantities\": 1}]|one of quantity",
        "line|7|an object",
        "text|{}|text",
        "words|7|an object",
        "other|7|one of whole, truth, days, open, skip, day, colour, lines, line, text, words",
      })
  void saysWhatWasExpected(String field, String value, String expected) {
    String sound = field.equals("whole") ? "\"truth\": true" : "\"whole\": 1";
    String rest = field.equals("whole") || field.equals("truth") ? "" : ", \"truth\": true";
    Throwable failure =
        catchThrowable(() -> read("{%s%s, \"%s\": %s}".formatted(sound, rest, field, value)));
    assertThat(expected(failure)).isEqualTo(expected);
  }

  @Test
  void readsWholeNumbersAndTruthsAsFormsSendThem() {
    All all = read("{\"whole\": \"7\", \"truth\": \"false\", \"days\": 14.0, \"open\": \"\"}");
    assertThat(all.whole()).isEqualTo(7);
    assertThat(all.truth()).isFalse();
    assertThat(all.days()).contains(14);
    assertThat(all.open()).isEmpty();
    assertThat(expected(catchThrowable(() -> read("{\"whole\": 7}")))).isEqualTo("it is missing");
  }

  @Test
  void saysWhereTheTextIsNoJson() {
    assertThat(catchThrowable(() -> read("{\"whole\": }")))
        .isInstanceOfSatisfying(
            JacksonException.class,
            broken -> {
              assertThat(Expected.instead(broken)).isEqualTo("JSON");
              assertThat(Expected.reason(broken)).startsWith("Unexpected character ('}'");
            });
  }

  private static All read(String json) {
    return Json.mapper().readValue(json, All.class);
  }

  private static String expected(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        return refused.problems().get(0).expected();
      }
    }
    return Expected.instead((JacksonException) failure);
  }
}
