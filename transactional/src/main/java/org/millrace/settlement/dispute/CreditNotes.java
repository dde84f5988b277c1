package org.millrace.settlement.dispute;

import org.millrace.shared.CompanyCode;

/** Credit notes by which disputes are resolved. */
interface CreditNotes {
  /** Whether it is one to the party of the dispute, and of its invoice where it is about one. */
  boolean resolve(CompanyCode company, Dispute dispute, String note);
}
