package org.millrace.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Paths of the core: it wants encoded what must be, a slash in a code too, and nothing else. */
public final class CorePath {
  private CorePath() {}

  /** The path of these segments, each as people write it, such as {@code api, companies, A/B}. */
  public static String of(String... segments) {
    return Arrays.stream(segments).map(CorePath::segment).collect(Collectors.joining("/", "/", ""));
  }

  /** One segment of a path, or one value of a query. */
  public static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
