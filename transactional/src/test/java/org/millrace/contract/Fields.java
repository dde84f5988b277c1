package org.millrace.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.millrace.shared.Code;
import org.millrace.shared.EventHead;
import org.millrace.shared.Money;
import org.millrace.shared.Period;
import org.millrace.shared.Quantity;
import org.millrace.shared.Version;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a payload, flat: path to kind, such as {@code invoice.lines[].quantity -> required
 * number}. Enumerations list their words.
 */
final class Fields {
  private static final Map<Class<?>, String> KINDS =
      Map.ofEntries(
          Map.entry(Money.class, "number"),
          Map.entry(Quantity.class, "number"),
          Map.entry(BigDecimal.class, "number"),
          Map.entry(Version.class, "integer"),
          Map.entry(int.class, "integer"),
          Map.entry(Integer.class, "integer"),
          Map.entry(long.class, "integer"),
          Map.entry(Long.class, "integer"),
          Map.entry(boolean.class, "boolean"),
          Map.entry(String.class, "string"),
          Map.entry(Currency.class, "string"),
          Map.entry(Period.class, "string"),
          Map.entry(YearMonth.class, "string"),
          Map.entry(LocalDate.class, "string"),
          Map.entry(Instant.class, "string"),
          Map.entry(ZoneId.class, "string"),
          Map.entry(UUID.class, "string"));

  private final Map<String, String> found = new TreeMap<>();

  private Fields() {}

  /** As a schema promises them. */
  static Map<String, String> of(JsonNode schema) {
    Fields fields = new Fields();
    fields.read("", schema);
    return fields.found;
  }

  /** As a record writes them. */
  static Map<String, String> of(Class<?> event) {
    Fields fields = new Fields();
    fields.read("", event);
    return fields.found;
  }

  private void read(String path, JsonNode schema) {
    JsonNode required = schema.path("required");
    schema
        .path("properties")
        .forEachEntry(
            (name, property) -> {
              boolean always =
                  StreamSupport.stream(required.spliterator(), false)
                      .anyMatch(r -> r.asString().equals(name));
              note(path + name, property, always ? "required " : "optional ");
            });
  }

  private void note(String path, JsonNode property, String presence) {
    if (property.has("enum")) {
      String words =
          StreamSupport.stream(property.get("enum").spliterator(), false)
              .map(JsonNode::asString)
              .sorted()
              .collect(Collectors.joining("|"));
      found.put(path, presence + words);
      return;
    }
    String kind = property.path("type").asString("any");
    found.put(path, presence + kind);
    if (kind.equals("array")) {
      note(path + "[]", property.path("items"), "required ");
    }
    read(path + ".", property);
  }

  private void read(String path, Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getType() == EventHead.class) {
        continue; // it stands in the envelope, but for custom fields, which no contract names
      }
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        read(path, component.getType());
        continue;
      }
      boolean isLeftOutWhenEmpty = component.getAccessor().isAnnotationPresent(JsonInclude.class);
      note(
          path + component.getName(),
          component.getGenericType(),
          isLeftOutWhenEmpty ? "optional " : "required ");
    }
  }

  private void note(String path, Type type, String presence) {
    if (type instanceof ParameterizedType generic) {
      Class<?> raw = (Class<?>) generic.getRawType();
      Type inner = generic.getActualTypeArguments()[0];
      if (raw == Optional.class) {
        note(path, inner, "optional ");
      } else if (Collection.class.isAssignableFrom(raw)) {
        found.put(path, presence + "array");
        note(path + "[]", inner, "required ");
      } else {
        throw new IllegalStateException(path + " has a type no contract can describe: " + type);
      }
      return;
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isEnum()) {
      found.put(path, presence + words(raw));
    } else if (Code.class.isAssignableFrom(raw)) {
      found.put(path, presence + "string");
    } else if (KINDS.containsKey(raw)) {
      found.put(path, presence + KINDS.get(raw));
    } else if (raw.isRecord()) {
      found.put(path, presence + "object");
      read(path + ".", raw);
    } else {
      throw new IllegalStateException(path + " has a type no contract can describe: " + type);
    }
  }

  private static String words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(word -> ((Enum<?>) word).name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .sorted()
        .collect(Collectors.joining("|"));
  }
}
