package org.millrace.tax;

import java.util.Collection;
import org.millrace.shared.CompanyCode;

/** How companies tax their documents. */
public interface Taxes {
  /** The rules for documents that name these codes; unknown ones are missing. */
  TaxRules rules(CompanyCode company, Collection<TaxCodeName> codes);
}
