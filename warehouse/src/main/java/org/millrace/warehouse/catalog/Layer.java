package org.millrace.warehouse.catalog;

import java.util.Locale;

/** The three layers of the lake: as received, typed and deduplicated, as shown to people. */
public enum Layer {
  BRONZE,
  SILVER,
  GOLD;

  /** The folder and SQL schema of the layer, such as {@code gold}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
