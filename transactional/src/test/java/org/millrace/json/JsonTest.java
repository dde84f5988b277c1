package org.millrace.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.item.ItemCode;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;
import org.millrace.shared.Period;
import org.millrace.shared.Quantity;
import org.millrace.shared.Version;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How values look in requests, answers and events, and what is no value. */
class JsonTest {
  private static final JsonMapper JSON = Json.mapper();

  private enum Colour {
    DARK_RED
  }

  private record Paper(
      ItemCode item,
      Quantity quantity,
      @Sensitive Money cost,
      Colour colour,
      LocalDate day,
      Instant at,
      Period period,
      Version version,
      Optional<String> note,
      List<Integer> lines) {}

  private static final Paper PAPER =
      new Paper(
          new ItemCode("BELL"),
          Quantity.of("1e3"),
          Money.of("12.5", "EUR"),
          Colour.DARK_RED,
          LocalDate.of(2026, 3, 1),
          Instant.parse("2026-03-01T09:00:00Z"),
          new Period(YearMonth.of(2026, 3)),
          new Version(3),
          Optional.empty(),
          List.of(1, 2));

  @Test
  void writesBareValuesAndLeavesOutWhatIsAbsent() {
    assertThat(JSON.writeValueAsString(PAPER))
        .isEqualTo(
            "{\"item\":\"BELL\",\"quantity\":1000,\"cost\":12.50,\"colour\":\"dark-red\","
                + "\"day\":\"2026-03-01\",\"at\":\"2026-03-01T09:00:00Z\",\"period\":\"2026-03\","
                + "\"version\":3,\"lines\":[1,2]}");
  }

  @Test
  void answersWhatIsSensitiveToWhoMaySeeItAlone() {
    assertThat(Json.answers(permission -> false).writeValueAsString(PAPER))
        .contains("quantity")
        .doesNotContain("cost");
    assertThat(Json.answers("cost.read"::equals).writeValueAsString(PAPER)).contains("12.50");
  }

  private record Asked(
      Optional<Integer> whole,
      Optional<Boolean> flag,
      Optional<BigDecimal> number,
      Optional<Quantity> quantity,
      Optional<Colour> colour,
      Optional<LocalDate> day,
      Optional<Instant> at,
      Optional<ZoneId> zone,
      Optional<String> text,
      Optional<ItemCode> item) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "whole    | '5'      | 5",
        "whole    | '\" 5 \"'| 5",
        "whole    | 5.0      | 5",
        "flag     | '\"true\"'| true",
        "number   | 1.50     | 1.5",
        "quantity | '\"2.5\"'| 2.5",
        "colour   | '\"dark-red\"' | DARK_RED",
        "day      | '\"2026-03-01\"' | 2026-03-01",
        "at       | '\"2026-03-01T17:00:00+08:00\"' | 2026-03-01T09:00:00Z",
        "zone     | '\"Asia/Shanghai\"' | Asia/Shanghai",
        "text     | '\" as it is \"' | ' as it is '",
        "item     | '\" BELL \"' | BELL"
      })
  void readsAValueAsFormsAndFilesSendIt(String field, String sent, String read) {
    String value = sent.replaceAll("^'|'$", "");
    Asked asked = JSON.readValue("{\"" + field + "\":" + value + "}", Asked.class);
    assertThat(asked.toString()).contains(field + "=Optional[" + read + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "whole    | 5.5                 | a whole number such as 5",
        "whole    | 3000000000          | a whole number such as 5",
        "flag     | \"yes\"             | true or false",
        "number   | 1e999999999         | a number of at most 20 digits and 12 decimals",
        "quantity | 1000000001          | a number from -1000000000 to 1000000000",
        "colour   | \"DARK_RED\"        | one of dark-red",
        "day      | \"2026-02-30\"      | a day such as 2026-03-05",
        "day      | \"0206-03-01\"      | a day from 1900-01-01 to 2999-12-31",
        "at       | \"2026-03-01\"      | a moment such as 2026-03-05T09:00:00Z",
        "zone     | \"Peking\"          | an IANA time zone such as Asia/Shanghai",
        "text     | \"a\\u0000b\"       | text without NUL, half characters and signs of direction",
        "text     | \"\\ud83d\"         | text without NUL, half characters and signs of direction",
        "text     | \"abc\\u202exyz\"   | text without NUL, half characters and signs of direction",
        "item     | \" \"               | 1 to 60 printable characters",
        "item     | \"..\"              | characters that can be seen, and more",
        "item     | \"A\\u200bB\"       | characters that can be seen, and more"
      })
  void saysWhatWasExpectedInAField(String field, String sent, String expected) {
    assertThatThrownBy(() -> JSON.readValue("{\"" + field + "\":" + sent + "}", Asked.class))
        .hasStackTraceContaining(field + " is '")
        .hasStackTraceContaining("expected " + expected);
  }

  @Test
  void readsTextsOfAllPeople() {
    String text = "自行车 🚲 דו-אופן naïve";
    assertThat(JSON.readValue(JSON.writeValueAsString(text), String.class)).isEqualTo(text);
  }

  private record Lines(List<Integer> lines) {}

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"lines\":null}", "{\"lines\":[1,null]}", "{\"lines\":[],\"more\":1}"})
  void refusesWhatLacksOrHasMoreThanIsAsked(String sent) {
    assertThatThrownBy(() -> JSON.readValue(sent, Lines.class))
        .isInstanceOf(JacksonException.class);
  }
}
