package org.millrace.tax;

/** Why a supply bears the tax it bears; the codes are those of UNCL5305, used by EN 16931. */
public enum TaxCategory {
  STANDARD("S"),
  ZERO_RATED("Z"),
  EXEMPT("E"),
  /** The customer owes the tax in the seller's place. */
  REVERSE_CHARGE("AE"),
  /** Goods to a business in another state of the union, who owes the tax there. */
  INTRA_COMMUNITY("K"),
  EXPORT("G"),
  OUT_OF_SCOPE("O");

  private final String code;

  TaxCategory(String code) {
    this.code = code;
  }

  /** The code in electronic invoices, such as {@code S}. */
  public String code() {
    return code;
  }

  /** Whether the seller charges tax. */
  public boolean isCharged() {
    return this == STANDARD;
  }

  /** Whether the buyer computes and owes the tax himself. */
  public boolean isOwedByBuyer() {
    return this == REVERSE_CHARGE || this == INTRA_COMMUNITY;
  }

  /** Whether an invoice must say why no tax is charged. */
  public boolean needsReason() {
    return this != STANDARD && this != ZERO_RATED;
  }
}
