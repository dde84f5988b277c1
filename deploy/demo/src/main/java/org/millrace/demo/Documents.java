package org.millrace.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The numbers that the core gave to documents we know by names of our own, and their versions. */
final class Documents {
  private static final Pattern NAME = Pattern.compile("\\{([^}]+)\\}");

  private record Known(String number, long version) {}

  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /** The path or text with numbers in place of names. */
  String numbered(String text) {
    return NAME.matcher(text).replaceAll((MatchResult found) -> of(found.group(1)).number());
  }

  /** The body with numbers in place of names in its texts. */
  Map<String, Object> numbered(Map<String, Object> body) {
    Map<String, Object> numbered = new LinkedHashMap<>();
    body.forEach((field, value) -> numbered.put(field, numberedValue(value)));
    return numbered;
  }

  @SuppressWarnings("unchecked") // bodies are maps by name, lists and plain values
  private Object numberedValue(Object value) {
    if (value instanceof String text) {
      return numbered(text);
    }
    if (value instanceof List<?> values) {
      return values.stream().map(this::numberedValue).toList();
    }
    return value instanceof Map ? numbered((Map<String, Object>) value) : value;
  }

  long version(String name) {
    return of(name).version();
  }

  void made(String name, String number) {
    known.put(name, new Known(number, 1));
  }

  void changed(String name, int versions) {
    known.computeIfPresent(name, (n, k) -> new Known(k.number(), k.version() + versions));
  }

  private Known of(String name) {
    Known found = known.get(name);
    if (found == null) {
      throw new IllegalStateException("No document is known by the name " + name);
    }
    return found;
  }
}
