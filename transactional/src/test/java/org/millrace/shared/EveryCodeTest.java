package org.millrace.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.millrace.TestingClasses;
import org.millrace.json.Json;

/** What names a thing, of whatever kind: found among the classes of the core. */
class EveryCodeTest {
  /** What those are called that cannot be A-1. */
  private static final Map<String, String> SAMPLES =
      Map.of(
          "YearEnd",
          "06-30",
          "Iban",
          "DE02120300000000202051",
          "ExchangeRate",
          "7.15",
          "CountryCode",
          "DE",
          "DimensionValues",
          "A=1;B=2");

  static List<Class<?>> codes() {
    List<Class<?>> codes =
        TestingClasses.all().stream()
            .filter(type -> type.isRecord() && Code.class.isAssignableFrom(type))
            .toList();
    assertThat(codes).hasSizeGreaterThan(20);
    return codes;
  }

  @ParameterizedTest
  @MethodSource("codes")
  void isTrimmedAndWrittenAsItsBareText(Class<?> type) throws Exception {
    String text = SAMPLES.getOrDefault(type.getSimpleName(), "A-1");
    Code code = made(type, "  " + text + " ");
    assertThat(code.value()).isEqualTo(text);
    assertThat(code).hasToString(text);
    assertThat(Json.mapper().writeValueAsString(code)).isEqualTo('"' + text + '"');
    assertThat(Json.mapper().readValue('"' + text + '"', type)).isEqualTo(code);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void isNeitherEmptyNorEndlessNorUnreadable(Class<?> type) throws Exception {
    for (String wrong : List.of("", "  ", "A\tB", "A\u0000B", "A\u0085B", "x".repeat(1_000))) {
      assertThatThrownBy(() -> made(type, wrong))
          .as(type.getSimpleName() + " '" + wrong + "'")
          .isInstanceOfSatisfying(
              Refused.class, r -> assertThat(r.reason()).isEqualTo(Refused.Reason.INVALID))
          .hasMessageContaining("printable characters");
    }
  }

  private static Code made(Class<?> type, String text) throws Exception {
    Constructor<?> constructor = type.getDeclaredConstructor(String.class);
    constructor.setAccessible(true);
    try {
      return (Code) constructor.newInstance(text);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }
}
