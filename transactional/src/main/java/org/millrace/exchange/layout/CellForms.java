package org.millrace.exchange.layout;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.millrace.exchange.file.SerialDates;
import org.millrace.exchange.file.TextForm;
import org.millrace.shared.Decimals;
import org.millrace.shared.Refused;

/** Numbers and dates in the forms of one layout. */
public final class CellForms {
  private static final int LONGEST_NUMBER = 40;
  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

  /** What nobody can mistake, and what workbooks and our own exports write. */
  private static final List<String> ALWAYS =
      List.of("yyyy-MM-dd HH:mm:ss[.SSS]", "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm[:ss][.SSS]['Z']");

  private final TextForm text;
  private final List<String> told;
  private final List<DateTimeFormatter> dates;
  private final Pattern number;
  private final Optional<Pattern> thousands;

  public CellForms(TextForm text, List<String> dates) {
    this.text = text;
    this.told = List.copyOf(dates);
    this.dates =
        Stream.concat(dates.stream(), ALWAYS.stream())
            .filter(form -> !form.equals(YamlKeys.SERIAL) && !form.equals(YamlKeys.SERIAL_1904))
            .map(CellForms::formatter)
            .toList();
    Optional<String> group = text.thousands().map(CellForms::group);
    thousands = group.map(Pattern::compile);
    number =
        Pattern.compile(
            "[+-]?(\\d+%s)?(%s\\d+)?"
                .formatted(
                    group.map(g -> "|\\d{1,3}(" + g + "\\d{3})+").orElse(""),
                    Pattern.quote(text.decimal() + "")));
  }

  private static DateTimeFormatter formatter(String form) {
    return DateTimeFormatter.ofPattern(form.replace('y', 'u'), Locale.ENGLISH)
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

  /** Whether the text is written as numbers are; it may be beyond any that is kept. */
  public boolean isNumber(String value) {
    return number.matcher(value).matches() && value.chars().anyMatch(Character::isDigit);
  }

  /**
   * The number of a text, empty where it is none that can be kept. A program that wrote
   * 957.5774999999999 meant 957.5775: beyond 15 digits is noise.
   */
  public Optional<BigDecimal> number(String value) {
    if (!isNumber(value)) {
      return Optional.empty();
    }
    String digits =
        thousands
            .map(t -> t.matcher(value).replaceAll(""))
            .orElse(value)
            .replace(text.decimal(), '.');
    if (digits.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    try {
      BigDecimal read = new BigDecimal(digits);
      boolean isNoisy = read.scale() > 0 && read.precision() > SHOWN.getPrecision();
      return Optional.of(Decimals.within("number", isNoisy ? read.round(SHOWN) : read));
    } catch (Refused e) {
      return Optional.empty();
    }
  }

  /** The moment of a text, the first one of a day; empty where it is in none of the forms. */
  public Optional<LocalDateTime> moment(String value) {
    for (DateTimeFormatter form : dates) {
      try {
        TemporalAccessor read = form.parseBest(value, LocalDateTime::from, LocalDate::from);
        return Optional.of(
            read instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(read));
      } catch (DateTimeParseException another) {
        // of another form
      }
    }
    String serial = value.replace(text.decimal(), '.');
    if (told.contains(YamlKeys.SERIAL)) {
      return SerialDates.moment(serial);
    }
    return told.contains(YamlKeys.SERIAL_1904)
        ? SerialDates.momentFrom1904(serial)
        : Optional.empty();
  }

  /** What a date should have looked like. */
  public String expectedDate() {
    return "a date like " + (told.isEmpty() ? "2026-03-31" : String.join(" or ", told));
  }

  /** What a number should have looked like. */
  public String expectedNumber() {
    return "a number like 12" + text.decimal() + "50";
  }
}
