package org.millrace.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millrace.shared.Code;
import org.millrace.shared.Money;
import org.millrace.shared.Period;
import org.millrace.shared.Quantity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What should have stood where something cannot be read, in words of people and not of Java. */
public final class Expected {
  static final String WHOLE = "a whole number such as 5";
  static final String TRUTH = "true or false";
  private static final String OF_JAVA = ".*\\b[a-z]+(\\.[a-z]+)*\\.[A-Z].*|.*`.*";

  private Expected() {}

  /**
   * Whether a value is missing. The library has one exception for this and much else, so its text
   * is looked at, here alone; a test keeps it true.
   */
  public static boolean isMissing(JacksonException failure) {
    return failure instanceof InvalidNullException
        || failure.getOriginalMessage().startsWith("Null value for creator property");
  }

  /** What was expected instead of what cannot be read. */
  public static String instead(JacksonException failure) {
    if (isMissing(failure)) {
      return "it is missing";
    }
    if (failure instanceof UnrecognizedPropertyException unknown) {
      return Optional.ofNullable(unknown.getKnownPropertyIds())
          .filter(known -> !known.isEmpty())
          .map(known -> known.stream().map(Object::toString).collect(Collectors.joining(", ")))
          .map(known -> "one of " + known)
          .orElse("nothing");
    }
    if (failure instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return of(mismatch.getTargetType());
    }
    return "JSON";
  }

  /** Why it cannot be read, to go on a sentence with. */
  public static String reason(JacksonException failure) {
    if (isMissing(failure)) {
      return instead(failure);
    }
    if (failure instanceof MismatchedInputException) {
      return "expected " + instead(failure);
    }
    String told = failure.getOriginalMessage().lines().findFirst().orElse("");
    return told.isEmpty() || told.matches(OF_JAVA) ? "it is no JSON" : told;
  }

  /** The values of a type. */
  public static String of(@Nullable Class<?> type) {
    if (type == null) {
      return "another form";
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return WHOLE;
    }
    if (type == boolean.class || type == Boolean.class) {
      return TRUTH;
    }
    if (Number.class.isAssignableFrom(type) || type == Quantity.class || type == Money.class) {
      return "a number such as 12.5";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(each -> Words.kebab((Enum<?>) each))
              .collect(Collectors.joining(", "));
    }
    return ofTime(type).orElseGet(() -> ofText(type));
  }

  private static Optional<String> ofTime(Class<?> type) {
    if (type == LocalDate.class) {
      return Optional.of("a day such as 2026-11-30");
    }
    if (type == Instant.class) {
      return Optional.of("a moment such as 2026-11-30T08:00:00Z");
    }
    if (type == YearMonth.class || type == Period.class) {
      return Optional.of("a month such as 2026-11");
    }
    return ZoneId.class.isAssignableFrom(type)
        ? Optional.of("an IANA time zone such as Europe/Berlin")
        : Optional.empty();
  }

  private static String ofText(Class<?> type) {
    if (Code.class.isAssignableFrom(type)) {
      return "a code";
    }
    if (CharSequence.class.isAssignableFrom(type)) {
      return "text";
    }
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "a list";
    }
    return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : "another form";
  }
}
