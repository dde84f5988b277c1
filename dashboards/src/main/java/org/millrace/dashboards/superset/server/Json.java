package org.millrace.dashboards.superset.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as plain maps, lists, text and numbers, written with stable key order. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Json() {}

  /** The text of maps, lists, text, numbers, booleans and nulls. */
  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Reads an object; refuses anything else. */
  public static Map<String, Object> object(String text) {
    try {
      return MAPPER.readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {});
    } catch (JacksonException e) {
      String start = text.substring(0, Math.min(200, text.length()));
      throw new SupersetRefused("Superset answered with something else than JSON: " + start, e);
    }
  }

  /** The object under this key; empty when there is none. */
  public static Map<String, Object> object(Map<String, Object> in, String key) {
    return in.get(key) instanceof Map<?, ?> map ? cast(map) : Map.of();
  }

  /** The objects in the list under this key; empty when there is none. */
  public static List<Map<String, Object>> objects(Map<String, Object> in, String key) {
    return in.get(key) instanceof List<?> list
        ? list.stream().filter(Map.class::isInstance).map(m -> cast((Map<?, ?>) m)).toList()
        : List.of();
  }

  /** The value under this key as text; empty text for none. */
  public static String text(Map<String, Object> in, String key) {
    Object value = in.get(key);
    return value == null ? "" : value.toString();
  }

  private static Map<String, Object> cast(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((k, v) -> copy.put(String.valueOf(k), v));
    return copy;
  }
}
