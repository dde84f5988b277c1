package org.millrace.tax.code;

import java.time.Instant;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.shared.CompanyCode;
import org.millrace.tax.TaxCode;
import org.millrace.tax.TaxCodeAdded;
import org.millrace.tax.TaxCodeChanged;

/** Adds tax codes and changes them; documents that are posted keep the tax they have. */
final class AddTaxCodes {
  private final Documents<TaxCode> codes;

  AddTaxCodes(Documents<TaxCode> codes) {
    this.codes = codes;
  }

  Versioned<TaxCode> add(CompanyCode company, TaxCode code, Instant occurredAt) {
    return codes.make(company, code, occurredAt, TaxCodeAdded::new);
  }

  Versioned<TaxCode> change(Versioned<TaxCode> before, TaxCode after, Instant occurredAt) {
    return codes.change(before, after, occurredAt, TaxCodeChanged::new);
  }
}
