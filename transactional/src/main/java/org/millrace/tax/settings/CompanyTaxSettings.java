package org.millrace.tax.settings;

import org.millrace.shared.CompanyCode;
import org.millrace.tax.TaxSettings;

/** What holds for the taxes of each company. */
public interface CompanyTaxSettings {
  /** What the company set, else the defaults. */
  TaxSettings of(CompanyCode company);
}
