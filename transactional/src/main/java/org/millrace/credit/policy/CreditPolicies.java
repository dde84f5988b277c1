package org.millrace.credit.policy;

import org.millrace.credit.CreditPolicy;
import org.millrace.shared.CompanyCode;

/** The credit policy of each company. */
public interface CreditPolicies {
  /** What the company set; a warning where it set nothing. */
  CreditPolicy of(CompanyCode company);
}
