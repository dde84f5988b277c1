package org.millrace.document.custom;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.document.mapping.ColumnType;
import org.millrace.document.mapping.RecordMapping.Column;
import org.millrace.shared.BusinessDates;
import org.millrace.shared.Decimals;
import org.millrace.shared.Problem;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/**
 * A field that a company adds to a kind of document. What documents have in a retired one stays and
 * is shown; none gets a new value.
 *
 * @param name in requests, answers, filters, files and events, behind {@code custom.}
 * @param label what people read
 * @param unit of a number, such as mm
 * @param required whether a document that is recorded must have it
 * @param decimals how many a number may have
 * @param choices the values of a choice, with what people read
 */
public record CustomField(
    String name,
    CustomType type,
    Label label,
    Optional<String> unit,
    boolean required,
    boolean retired,
    Optional<Integer> decimals,
    List<Choice> choices) {
  /** Before its name wherever documents show it. */
  public static final String BEFORE = "custom.";

  private static final int LONGEST = 500;
  private static final int MOST_CHOICES = 200;
  private static final String NAME = "[a-z][a-z0-9_]{0,39}";

  /** What people read, in English and Chinese. */
  public record Label(String en, String zh) {}

  /** One value of a choice. */
  public record Choice(String value, Label label) {}

  public CustomField {
    choices = List.copyOf(choices);
    Problems problems =
        new Problems()
            .require(
                name.matches(NAME), "name", name, "a small letter, then small letters, digits or _")
            .require(isLabel(label.en()), "label.en", label.en(), "1 to 100 characters in English")
            .require(isLabel(label.zh()), "label.zh", label.zh(), "1 to 100 characters in Chinese")
            .require(
                unit.isEmpty() || isLabel(unit.get()),
                "unit",
                unit.orElse(""),
                "1 to 100 characters")
            .require(
                decimals.isEmpty() || type == CustomType.NUMBER && isIn(decimals.get(), 0, 6),
                "decimals",
                decimals.orElse(0),
                "0 to 6, of a number only")
            .require(
                (type == CustomType.CHOICE) == isIn(choices.size(), 1, MOST_CHOICES),
                "choices",
                choices.size(),
                "1 to " + MOST_CHOICES + " values of a choice, none of another type");
    for (Choice choice : choices) {
      problems.require(
          !choice.value().isBlank() && choice.value().length() <= 40 && isText(choice.value()),
          "choices.value",
          choice.value(),
          "1 to 40 characters");
    }
    problems.require(
        choices.stream().map(Choice::value).distinct().count() == choices.size(),
        "choices.value",
        choices.stream().map(Choice::value).toList(),
        "each value once");
    problems.refuse("The custom field cannot be declared");
  }

  private static boolean isLabel(String text) {
    return !text.isBlank() && text.length() <= 100 && isText(text);
  }

  private static boolean isIn(int number, int least, int most) {
    return number >= least && number <= most;
  }

  /** Its name as lists, files and problems have it: {@code custom.colour}. */
  public String field() {
    return BEFORE + name;
  }

  /** As a column of the documents' table, for lists. */
  public Column column() {
    ColumnType stored = ColumnType.of(type.value()).orElseThrow();
    String value = "((custom ->> '%s')::%s)".formatted(name, stored.family().sql());
    return new Column(value, field(), stored, true);
  }

  /**
   * A value as it was sent, as it is stored: a text, a number or true and false. Whether what it
   * names is registered is for others to say.
   */
  Optional<Object> read(String sent, Problems problems) {
    try {
      return Optional.of(
          switch (type) {
            case NUMBER -> number(sent);
            case DATE -> BusinessDates.day(field(), sent).toString();
            case FLAG -> flag(sent);
            case CHOICE -> choice(sent);
            default -> text(sent);
          });
    } catch (Refused wrong) {
      Problem inside = wrong.problems().get(0);
      problems.add(field(), sent, inside.expected());
    } catch (NumberFormatException wrong) {
      problems.add(field(), sent, "a number such as 12.5");
    }
    return Optional.empty();
  }

  private BigDecimal number(String sent) {
    BigDecimal read = Decimals.read(field(), sent).stripTrailingZeros();
    int most = decimals.orElse(0);
    require(read.scale() <= most, sent, "a number with at most " + most + " decimals");
    return read.setScale(Math.max(read.scale(), 0), RoundingMode.UNNECESSARY);
  }

  private Boolean flag(String sent) {
    require(List.of("true", "false").contains(sent), sent, "true or false");
    return Boolean.valueOf(sent);
  }

  private String choice(String sent) {
    List<String> values = choices.stream().map(Choice::value).toList();
    require(values.contains(sent), sent, "one of " + String.join(", ", values));
    return sent;
  }

  private String text(String sent) {
    int longest = type.isReference() ? 40 : LONGEST;
    require(
        !sent.isBlank() && sent.length() <= longest && isText(sent),
        sent.length() > LONGEST ? sent.substring(0, LONGEST) : sent,
        "1 to " + longest + " characters");
    return sent.strip();
  }

  private static boolean isText(String sent) {
    return sent.chars().noneMatch(Character::isISOControl)
        && StandardCharsets.UTF_8.newEncoder().canEncode(sent);
  }

  private void require(boolean holds, String sent, String expected) {
    new Problems().require(holds, field(), sent, expected).refuse("It does not fit");
  }

  /** All that is known of the names of fields, for whoever named another one. */
  static String names(List<CustomField> fields) {
    return fields.isEmpty()
        ? "no custom field: none is declared"
        : "one of " + fields.stream().map(CustomField::field).collect(Collectors.joining(", "));
  }
}
