package org.millrace.shared;

import java.util.List;
import java.util.stream.Collectors;

/** One thing wrong with an input: where, what stood there, what was expected. */
public record Problem(String field, String value, String expected) {
  /** All of them in one sentence. */
  public static String listed(List<Problem> problems) {
    return problems.stream()
        .map(p -> p.field() + " is '" + p.value() + "', expected " + p.expected())
        .collect(Collectors.joining("; "));
  }
}
