package org.millrace.exchange.history.row;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.file.SerialDates;
import org.millrace.exchange.mapping.Field;
import org.millrace.exchange.mapping.Mapping;
import org.millrace.exchange.reject.Rejects.NewReject;
import org.millrace.shared.Code;
import org.millrace.shared.Decimals;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/** What stands in a row for each field of a mapping: in its column, or the constant for all. */
final class FieldCells {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NUMBER = 40;
  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

  /** What nobody can mistake, and what workbooks and our own exports write. */
  private static final List<String> ALWAYS =
      List.of("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm[:ss][.SSS]['Z']");

  private final Mapping mapping;
  private final Map<Field, Integer> places = new EnumMap<>(Field.class);
  private final List<DateTimeFormatter> dates;
  private final boolean hasSerialDates;
  private final Pattern number;
  private final Optional<Pattern> thousands;

  /**
   * Finds the columns of the mapping.
   *
   * @throws FileUnreadable when the file lacks one
   */
  FieldCells(Mapping mapping, List<String> header, String file) {
    this.mapping = mapping;
    hasSerialDates = mapping.dates().contains(Mapping.SERIAL_DATES);
    dates =
        Stream.concat(mapping.dates().stream(), ALWAYS.stream())
            .filter(form -> !form.equals(Mapping.SERIAL_DATES))
            .map(FieldCells::formatter)
            .toList();
    Optional<String> group = mapping.text().thousands().map(FieldCells::group);
    thousands = group.map(Pattern::compile);
    number =
        Pattern.compile(
            "[+-]?(\\d+%s)(%s\\d+)?"
                .formatted(
                    group.map(g -> "|\\d{1,3}(" + g + "\\d{3})+").orElse(""),
                    Pattern.quote(mapping.text().decimal() + "")));
    mapping.columns().forEach((field, column) -> places.put(field, header.indexOf(column)));
    List<String> missing =
        mapping.columns().entrySet().stream()
            .filter(each -> !header.contains(each.getValue()))
            .map(each -> each.getValue() + " (" + each.getKey().word() + ")")
            .toList();
    if (!missing.isEmpty()) {
      throw new FileUnreadable(
          ("%s does not fit the mapping '%s': column %s missing. The file has: %s."
                  + " Use another mapping or correct its columns.")
              .formatted(
                  file, mapping.name(), String.join(", ", missing), String.join(", ", header)));
    }
  }

  private static DateTimeFormatter formatter(String form) {
    return DateTimeFormatter.ofPattern(form.replace('y', 'u'))
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** Spaces and apostrophes between thousands come in several kinds. */
  private static String group(char thousands) {
    return switch (thousands) {
      case ' ' -> "[ \u00A0\u202F]";
      case '\'' -> "['\u2019]";
      default -> Pattern.quote(thousands + "");
    };
  }

  String text(Row row, Field field) {
    Integer place = places.get(field);
    if (place == null) {
      return mapping.constants().getOrDefault(field, "");
    }
    String value = row.cells().get(place).strip();
    boolean isWhole =
        mapping.wholeNumbers().contains(field)
            && (value.endsWith(".0") || value.endsWith(mapping.text().decimal() + "0"));
    return isWhole ? value.substring(0, value.length() - 2) : value;
  }

  /** Without control characters, and cut where names end. */
  String name(Row row, Field field) {
    String printable = Code.printable(text(row, field));
    return printable.length() > LONGEST_NAME ? printable.substring(0, LONGEST_NAME) : printable;
  }

  String code(Row row, Field field, int longest) throws Wrong {
    String value = text(row, field);
    if (value.isEmpty()) {
      throw wrong(row, field, "empty", "a value");
    }
    if (value.length() > longest || !Code.isPrintable(value)) {
      throw wrong(row, field, "not a code", "at most " + longest + " printable characters");
    }
    return value;
  }

  BigDecimal number(Row row, Field field, int decimals) throws Wrong {
    String value = text(row, field);
    if (!number.matcher(value).matches()) {
      throw wrong(row, field, "not a number", "a number like 12" + mapping.text().decimal() + "50");
    }
    String digits = thousands.map(t -> t.matcher(value).replaceAll("")).orElse(value);
    Optional<BigDecimal> read = sane(digits.replace(mapping.text().decimal(), '.'));
    return read.filter(n -> n.scale() <= decimals && n.abs().compareTo(Quantity.MOST) <= 0)
        .orElseThrow(
            () ->
                wrong(
                    row,
                    field,
                    "too exact or too large",
                    "at most " + decimals + " decimals and at most " + Quantity.MOST));
  }

  /** A program that wrote 957.5774999999999 meant 957.5775: beyond 15 digits is noise. */
  private static Optional<BigDecimal> sane(String digits) {
    if (digits.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    try {
      BigDecimal number = new BigDecimal(digits);
      boolean isNoisy = number.scale() > 0 && number.precision() > SHOWN.getPrecision();
      return Optional.of(Decimals.within("number", isNoisy ? number.round(SHOWN) : number));
    } catch (Refused e) {
      return Optional.empty();
    }
  }

  LocalDateTime date(Row row) throws Wrong {
    String value = text(row, Field.DATE);
    for (DateTimeFormatter form : dates) {
      try {
        TemporalAccessor read = form.parseBest(value, LocalDateTime::from, LocalDate::from);
        return read instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(read);
      } catch (DateTimeParseException another) {
        // of another form
      }
    }
    Optional<LocalDateTime> counted =
        hasSerialDates
            ? SerialDates.moment(value.replace(mapping.text().decimal(), '.'))
            : Optional.empty();
    return counted.orElseThrow(
        () ->
            wrong(
                row,
                Field.DATE,
                "not a date",
                "a date like " + String.join(" or ", mapping.dates())));
  }

  Wrong wrong(Row row, Field field, String reason, String expected) {
    Integer place = places.get(field);
    String column =
        Objects.requireNonNull(place == null ? field.word() : mapping.columns().get(field));
    String value = place == null ? text(row, field) : row.cells().get(place);
    return new Wrong(new NewReject(row.line(), row.cells(), column, value, reason, expected));
  }
}
