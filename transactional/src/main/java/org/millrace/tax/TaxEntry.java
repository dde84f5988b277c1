package org.millrace.tax;

import java.time.LocalDate;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;

/** A tax that became owed to the authority, or is got back from it, with the amount it is of. */
public record TaxEntry(
    DocumentRef document,
    LocalDate date,
    Side side,
    TaxCodeName code,
    TaxCategory category,
    Money base,
    Money tax) {
  /** Which of the two. */
  public enum Side {
    OUTPUT,
    INPUT
  }

  /** The entry that takes this one back. */
  public TaxEntry reversed(DocumentRef by, LocalDate day) {
    return new TaxEntry(by, day, side, code, category, base.negated(), tax.negated());
  }
}
