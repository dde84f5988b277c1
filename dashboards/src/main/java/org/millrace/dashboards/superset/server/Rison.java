package org.millrace.dashboards.superset.server;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes values in Rison, the notation of Superset's {@code q} parameter: maps as {@code (k:v)},
 * lists as {@code !(a,b)}, {@code !t}, {@code !f}, {@code !n}; text is quoted where it could be
 * read as anything else. Worked example: {page:0, name:"it's"} is {@code (page:0,name:'it!'s')}.
 */
public final class Rison {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_./~][A-Za-z0-9_./~-]*");

  private Rison() {}

  /** The notation of a map, collection, text, number, boolean or null; refuses other types. */
  public static String of(Object value) {
    if (value == null) {
      return "!n";
    }
    if (value instanceof Boolean flag) {
      return flag ? "!t" : "!f";
    }
    if (value instanceof Integer || value instanceof Long) {
      return value.toString();
    }
    if (value instanceof CharSequence text) {
      return text(text.toString());
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(Rison::of).collect(Collectors.joining(",", "!(", ")"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> text(String.valueOf(e.getKey())) + ":" + of(e.getValue()))
          .collect(Collectors.joining(",", "(", ")"));
    }
    throw new IllegalArgumentException(
        "Rison has no form for " + value.getClass().getName() + " '" + value + "'");
  }

  private static String text(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    return "'" + text.replace("!", "!!").replace("'", "!'") + "'";
  }
}
