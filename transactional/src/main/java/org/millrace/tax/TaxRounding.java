package org.millrace.tax;

/** Where the tax of a document is rounded. */
public enum TaxRounding {
  /** Each line by itself: 3 lines of 0.33 at 19 % bear 0.18. */
  LINE,
  /** The sum of each rate, as EN 16931 wants it: 3 lines of 0.33 at 19 % bear 0.19. */
  DOCUMENT
}
