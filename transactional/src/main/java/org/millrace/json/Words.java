package org.millrace.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millrace.shared.BusinessDates;
import org.millrace.shared.Code;
import org.millrace.shared.Decimals;
import org.millrace.shared.Period;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleDeserializers;

/** Reads the bare values that {@link Json} writes. */
final class Words extends SimpleDeserializers {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_SHOWN = 40;

  private static final Set<Class<?>> WHOLE_OR_TRUE =
      Set.of(int.class, Integer.class, long.class, Long.class, boolean.class, Boolean.class);

  static String kebab(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public ValueDeserializer<?> findEnumDeserializer(
      JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
    Object[] cases = type.getRawClass().getEnumConstants();
    return new Read(type.getRawClass(), (field, text) -> oneOf(cases, field, text));
  }

  @Override
  public @Nullable ValueDeserializer<?> findBeanDeserializer(
      JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
    Class<?> raw = type.getRawClass();
    if (raw == int.class || raw == Integer.class) {
      return new Read(raw, (field, text) -> whole(field, text, BigDecimal::intValueExact));
    }
    if (raw == long.class || raw == Long.class) {
      return new Read(raw, (field, text) -> whole(field, text, BigDecimal::longValueExact));
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return new Read(raw, Words::truth);
    }
    if (raw == BigDecimal.class) {
      return new Read(raw, Decimals::read);
    }
    if (raw == Quantity.class) {
      return new Read(raw, Quantity::entered);
    }
    if (raw == Period.class) {
      return new Read(raw, (field, text) -> new Period(BusinessDates.month(field, text)));
    }
    if (raw == String.class) {
      return new Read(raw, Texts::read);
    }
    if (raw == LocalDate.class) {
      return new Read(raw, BusinessDates::day);
    }
    if (raw == Instant.class) {
      return new Read(raw, BusinessDates::moment);
    }
    if (ZoneId.class.isAssignableFrom(raw)) {
      return new Read(raw, BusinessDates::zone);
    }
    if (raw == YearMonth.class) {
      return new Read(raw, BusinessDates::month);
    }
    return raw.isRecord() && Code.class.isAssignableFrom(raw) ? new Read(raw, code(raw)) : null;
  }

  @Override
  public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
    return type.isEnum()
        || type == Quantity.class
        || WHOLE_OR_TRUE.contains(type)
        || type == BigDecimal.class
        || Code.class.isAssignableFrom(type);
  }

  /** Nothing for an empty text, as forms send it. */
  private static @Nullable Object whole(
      String field, String text, Function<BigDecimal, Object> exact) {
    if (text.isBlank()) {
      return null;
    }
    try {
      return exact.apply(Decimals.read(field, text.strip()));
    } catch (ArithmeticException | NumberFormatException | Refused e) {
      throw notRead(field, text, Expected.WHOLE);
    }
  }

  private static @Nullable Object truth(String field, String text) {
    return switch (text.strip()) {
      case "" -> null;
      case "true" -> true;
      case "false" -> false;
      default -> throw notRead(field, text, Expected.TRUTH);
    };
  }

  private static Refused notRead(String field, String text, String expected) {
    String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
    return new Problems().add(field, shown, expected).refused("The request cannot be read");
  }

  private static Object oneOf(Object[] cases, String field, String text) {
    return Arrays.stream(cases)
        .filter(c -> kebab((Enum<?>) c).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new Problems()
                    .add(field, text, "one of " + listed(cases))
                    .refused("The word is not known"));
  }

  private static String listed(Object[] cases) {
    return Arrays.stream(cases).map(c -> kebab((Enum<?>) c)).collect(Collectors.joining(", "));
  }

  private static Reading code(Class<?> type) {
    return (field, text) -> {
      try {
        Constructor<?> constructor = type.getDeclaredConstructor(String.class);
        constructor.setAccessible(true);
        return constructor.newInstance(Texts.readCode(field, text));
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof Refused refused) {
          throw at(field, refused);
        }
        throw new IllegalStateException("Cannot make a " + type + " of " + text, e);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(type + " needs one component, the text", e);
      }
    };
  }

  /** What is wrong with a code is told of the field where it stands. */
  private static Refused at(String field, Refused refused) {
    Problems problems = new Problems();
    refused.problems().forEach(each -> problems.add(field, each.value(), each.expected()));
    return problems.refused("The request cannot be read");
  }

  /** Reads the text of a field; null is no value. */
  private interface Reading {
    @Nullable Object apply(String field, String text);
  }

  private static final class Read extends StdDeserializer<Object> {
    private final transient Reading reading;

    Read(Class<?> type, Reading reading) {
      super(type);
      this.reading = reading;
    }

    @Override
    public @Nullable Object deserialize(JsonParser json, DeserializationContext context) {
      String text = json.getValueAsString();
      if (text == null) {
        return context.handleUnexpectedToken(handledType(), json);
      }
      try {
        return reading.apply(field(json), text);
      } catch (NumberFormatException e) {
        return context.handleWeirdStringValue(handledType(), text, "not a number");
      }
    }

    /** Such as lines.1.quantity: lines are counted from 1. */
    private static String field(JsonParser json) {
      Deque<String> steps = new ArrayDeque<>();
      for (TokenStreamContext at = json.streamReadContext(); at != null; at = at.getParent()) {
        if (at.inArray()) {
          steps.addFirst(Integer.toString(at.getCurrentIndex() + 1));
        } else if (at.inObject()) {
          steps.addFirst(at.currentName());
        }
      }
      return steps.isEmpty() ? "value" : String.join(".", steps);
    }
  }
}
