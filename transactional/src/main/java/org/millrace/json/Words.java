package org.millrace.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millrace.shared.BusinessDates;
import org.millrace.shared.Code;
import org.millrace.shared.Decimals;
import org.millrace.shared.Period;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import tools.jackson.core.JsonParser;
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
        || type == BigDecimal.class
        || Code.class.isAssignableFrom(type);
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

  private static BiFunction<String, String, Object> code(Class<?> type) {
    return (field, text) -> {
      try {
        Constructor<?> constructor = type.getDeclaredConstructor(String.class);
        constructor.setAccessible(true);
        return constructor.newInstance(Texts.readCode(field, text));
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof RuntimeException refused) {
          throw refused;
        }
        throw new IllegalStateException("Cannot make a " + type + " of " + text, e);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(type + " needs one component, the text", e);
      }
    };
  }

  private static final class Read extends StdDeserializer<Object> {
    private final transient BiFunction<String, String, Object> reading;

    Read(Class<?> type, BiFunction<String, String, Object> reading) {
      super(type);
      this.reading = reading;
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) {
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

    private static String field(JsonParser json) {
      String place = json.streamReadContext().pathAsPointer().toString();
      return place.length() < 2 ? "value" : place.substring(1).replace('/', '.');
    }
  }
}
