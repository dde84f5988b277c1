package org.millrace.purchasing;

import org.millrace.shared.Code;

/** Our number of a supplier's invoice within a company. */
public record SupplierInvoiceNumber(String value) implements Code {
  public SupplierInvoiceNumber {
    value = Code.checked("supplier invoice number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
