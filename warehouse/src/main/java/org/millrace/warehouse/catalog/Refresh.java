package org.millrace.warehouse.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How soon a change reaches a table. */
public enum Refresh {
  /** In the cycle that reads the event. */
  LIVE,
  /** Within a minute or so; several changes are taken together. */
  BATCHED,
  /** When somebody runs the analysis that writes it. */
  ON_RUN;

  /** The word in table.yaml, such as {@code on-run}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Refresh> parse(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
