package org.millrace.dashboards.superset.bundle;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes nested JSON maps in the order in which they are given. */
final class Tree {
  private Tree() {}

  /** A map of key, value, key, value; refuses an odd number and keys that are no text. */
  static Map<String, Object> map(@Nullable Object... pairs) {
    if (pairs.length % 2 != 0) {
      throw new IllegalArgumentException(
          "a value is missing after key '" + pairs[pairs.length - 1]);
    }
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  /** The maps one after the other; a later value wins. */
  @SafeVarargs
  static Map<String, Object> merge(Map<String, Object>... maps) {
    Map<String, Object> merged = new LinkedHashMap<>();
    for (Map<String, Object> map : maps) {
      merged.putAll(map);
    }
    return merged;
  }
}
