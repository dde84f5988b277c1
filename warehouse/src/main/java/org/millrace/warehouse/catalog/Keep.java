package org.millrace.warehouse.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a silver table keeps of the events that speak of one key. */
public enum Keep {
  /** The row with the highest sequence. */
  NEWEST,
  /** The rows of the version of their document with the highest sequence. */
  DOCUMENT,
  /** The first row; a fact never changes. */
  ONCE,
  /** Every version, with the times it was valid from and to. */
  HISTORY;

  /** True where an older sequence changes nothing. */
  public boolean isBySequence() {
    return this == NEWEST || this == DOCUMENT;
  }

  /** The word in table.yaml. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Keep> parse(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
