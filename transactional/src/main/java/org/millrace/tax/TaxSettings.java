package org.millrace.tax;

/** What holds for the taxes of a company: where they are rounded. */
public record TaxSettings(TaxRounding rounding) {
  /** Rounded for the document, as EN 16931 wants it. */
  public static final TaxSettings DEFAULTS = new TaxSettings(TaxRounding.DOCUMENT);
}
