package org.millrace.item;

import java.util.Optional;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;
import org.millrace.shared.Unit;

/**
 * What a scanner reads of an item, in one of its units: a GTIN (EAN-8, UPC-A, EAN-13 or GTIN-14)
 * with its check digit by the GS1 General Specifications. 4006381333931 is one. The unit is the
 * item's own where absent.
 */
public record Barcode(String gtin, Optional<Unit> unit) {
  public Barcode {
    gtin = Code.checked("gtin", gtin, 14);
    new Problems()
        .require(isGtin(gtin), "gtin", gtin, "8, 12, 13 or 14 digits with the check digit of GS1")
        .refuse("The barcode cannot be used");
  }

  /** From the right, digits count three times and once by turns; all come to a multiple of 10. */
  static boolean isGtin(String text) {
    if (!text.matches("[0-9]{8}|[0-9]{12,14}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(text.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? digit : 3 * digit;
    }
    return sum % 10 == 0;
  }
}
