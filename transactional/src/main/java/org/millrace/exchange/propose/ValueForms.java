package org.millrace.exchange.propose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.millrace.exchange.file.TextForm;
import org.millrace.exchange.layout.CellForms;
import org.millrace.exchange.layout.CellType;

/** How numbers and dates are written, by some of them. */
final class ValueForms {
  private static final Pattern POINT = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
  private static final Pattern COMMA =
      Pattern.compile("[+-]?(\\d{1,3}(\\.\\d{3})+(,\\d+)?|\\d+,\\d+)");
  private static final Pattern SPACE =
      Pattern.compile("[+-]?\\d{1,3}([ \u00A0\u202F]\\d{3})+(,\\d+)?");
  private static final List<String> DATES =
      List.of(
          "yyyy-MM-dd",
          "dd.MM.yyyy",
          "d.M.yyyy",
          "dd/MM/yyyy",
          "d/M/yyyy",
          "M/d/yyyy",
          "yyyy/M/d",
          "yyyyMMdd",
          "dd-MM-yyyy",
          "yyyy年M月d日",
          "dd.MM.yy",
          "d/M/yy",
          "M/d/yy",
          "dd MMM yyyy",
          "yyyy-MM-dd HH:mm",
          "dd.MM.yyyy HH:mm",
          "dd.MM.yyyy HH:mm:ss",
          "dd/MM/yyyy HH:mm",
          "M/d/yyyy H:mm",
          "yyyy/M/d H:mm",
          "yyyy/M/d H:mm:ss",
          "dd-MM-yyyy HH:mm:ss");

  private ValueForms() {}

  /** The form with the decimal sign and the sign between thousands that the values have. */
  static TextForm numbers(TextForm text, List<String> values) {
    long comma = values.stream().filter(v -> COMMA.matcher(v).matches()).count();
    long point = values.stream().filter(v -> POINT.matcher(v).matches()).count();
    long space = values.stream().filter(v -> SPACE.matcher(v).matches()).count();
    boolean isDecimalPoint = values.stream().anyMatch(v -> v.matches("[+-]?\\d+\\.\\d{1,2}"));
    if (space > 0) {
      return new TextForm(text.charset(), text.delimiter(), ',', Optional.of(' '));
    }
    if (comma > point && !isDecimalPoint) {
      return new TextForm(text.charset(), text.delimiter(), ',', Optional.of('.'));
    }
    return point > 0 ? new TextForm(text.charset(), text.delimiter(), '.', Optional.of(',')) : text;
  }

  /** The first form in which all these values are dates; none where they always are read. */
  static Optional<String> date(List<String> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    for (String form : DATES) {
      CellForms read = new CellForms(TextForm.ours(), List.of(form));
      if (values.stream().allMatch(value -> read.moment(value).isPresent())) {
        return Optional.of(form);
      }
    }
    boolean areSerial = values.stream().allMatch(value -> value.matches("[2-6]\\d{4}([.,]\\d+)?"));
    return areSerial ? Optional.of("serial") : Optional.empty();
  }

  /** Whether what stands in a column can be of that type. */
  static boolean canBe(CellType type, List<String> values, TextForm text) {
    List<String> said = new ArrayList<>(values);
    said.removeIf(String::isBlank);
    return switch (type) {
      case TEXT -> true;
      case NUMBER -> {
        CellForms forms = new CellForms(text, List.of());
        long numbers = said.stream().filter(forms::isNumber).count();
        yield numbers * 10 >= said.size() * 9L;
      }
      case DATE, MOMENT -> said.isEmpty() || date(said).isPresent();
    };
  }
}
