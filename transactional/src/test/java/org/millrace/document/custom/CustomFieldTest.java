package org.millrace.document.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.millrace.shared.Problem;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/** What may stand in a custom field. */
class CustomFieldTest {
  private static CustomField field(String name, CustomType type, Integer decimals, String... some) {
    return new CustomField(
        name,
        type,
        new CustomField.Label(name, "字段"),
        Optional.empty(),
        false,
        false,
        Optional.ofNullable(decimals),
        List.of(some).stream()
            .map(value -> new CustomField.Choice(value, new CustomField.Label(value, "选项")))
            .toList());
  }

  private static Object read(CustomType type, String sent) {
    Problems problems = new Problems();
    Integer decimals = type == CustomType.NUMBER ? 2 : null;
    String[] choices = type == CustomType.CHOICE ? new String[] {"red", "blue"} : new String[0];
    Optional<Object> value = field("f", type, decimals, choices).read(sent, problems);
    assertThat(value.isEmpty()).isEqualTo(!problems.isEmpty());
    return value.orElseGet(
        () -> {
          Problem problem = problems.found().get(0);
          return problem.field() + ": " + problem.expected();
        });
  }

  @Test
  void readsWhatFitsItsType() {
    assertThat(read(CustomType.TEXT, " matt ")).isEqualTo("matt");
    assertThat(read(CustomType.NUMBER, "12.50")).isEqualTo(new BigDecimal("12.5"));
    assertThat(read(CustomType.NUMBER, "1e3")).isEqualTo(new BigDecimal("1000"));
    assertThat(read(CustomType.DATE, "2026-02-28")).isEqualTo("2026-02-28");
    assertThat(read(CustomType.FLAG, "true")).isEqualTo(true);
    assertThat(read(CustomType.CHOICE, "red")).isEqualTo("red");
  }

  @Test
  void namesTheFieldAndWhatWasExpected() {
    assertThat(read(CustomType.NUMBER, "1.234"))
        .isEqualTo("custom.f: a number with at most 2 decimals");
    assertThat(read(CustomType.NUMBER, "two").toString()).startsWith("custom.f: a number");
    assertThat(read(CustomType.NUMBER, "1e999999999").toString()).startsWith("custom.f: ");
    assertThat(read(CustomType.DATE, "2026-02-30").toString()).startsWith("custom.f: a day");
    assertThat(read(CustomType.FLAG, "yes")).isEqualTo("custom.f: true or false");
    assertThat(read(CustomType.CHOICE, "green")).isEqualTo("custom.f: one of red, blue");
    assertThat(read(CustomType.TEXT, "a\u0000b")).isEqualTo("custom.f: 1 to 500 characters");
    assertThat(read(CustomType.TEXT, "a\ud800b")).isEqualTo("custom.f: 1 to 500 characters");
    assertThat(read(CustomType.ITEM, "x".repeat(41))).isEqualTo("custom.f: 1 to 40 characters");
  }

  @Property(tries = 500)
  void readsNumbersWithAsManyDecimalsAsDeclaredAndNoMore(@ForAll BigDecimal number) {
    Problems problems = new Problems();
    boolean fits =
        number.stripTrailingZeros().scale() <= 2
            && number.abs().compareTo(new BigDecimal("1000000000000")) <= 0
            && number.precision() <= 20
            && number.scale() <= 12;
    Optional<Object> read = field("f", CustomType.NUMBER, 2).read(number.toPlainString(), problems);
    if (fits) {
      assertThat((BigDecimal) read.orElseThrow()).isEqualByComparingTo(number);
    } else {
      assertThat(problems.found()).hasSize(1);
    }
  }

  @Test
  void refusesDeclarationsThatContradictThemselves() {
    assertThatThrownBy(() -> field("Colour", CustomType.TEXT, null))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("name is 'Colour'");
    assertThatThrownBy(() -> field("f", CustomType.TEXT, 2)).hasMessageContaining("decimals");
    assertThatThrownBy(() -> field("f", CustomType.NUMBER, 7)).hasMessageContaining("decimals");
    assertThatThrownBy(() -> field("f", CustomType.CHOICE, null)).hasMessageContaining("choices");
    assertThatThrownBy(() -> field("f", CustomType.TEXT, null, "a")).hasMessageContaining("choice");
    assertThatThrownBy(() -> field("f", CustomType.CHOICE, null, "a", "a"))
        .hasMessageContaining("each value once");
  }

  @Test
  void leavesWhatRetiredFieldsHaveAndTakesNothingNew() {
    CustomField retired =
        new CustomField(
            "old",
            CustomType.TEXT,
            new CustomField.Label("Old", "旧"),
            Optional.empty(),
            true,
            true,
            Optional.empty(),
            List.of());
    List<CustomField> fields = List.of(field("colour", CustomType.TEXT, null), retired);
    Problems problems = new Problems();
    Map<String, Object> before = Map.of("old", "kept", "colour", "red");
    assertThat(CustomCheck.of(fields, Map.of("colour", ""), before, problems))
        .isEqualTo(Map.of("old", "kept"));
    CustomCheck.requireAll(fields, Map.of(), problems);
    assertThat(problems.isEmpty()).isTrue();
    CustomCheck.of(fields, Map.of("old", "new"), before, problems);
    assertThat(problems.found().get(0).field()).isEqualTo("custom.old");
    assertThat(problems.found().get(0).expected()).isEqualTo("one of custom.colour");
  }
}
