package org.millrace.document.custom;

import org.millrace.shared.CompanyCode;

/** Answers whether what a custom field names is registered. */
public interface CustomReferences {
  /** Whether the company has a customer, supplier or item of that code. */
  boolean isKnown(CompanyCode company, CustomType type, String code);
}
