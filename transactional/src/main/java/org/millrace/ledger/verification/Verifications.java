package org.millrace.ledger.verification;

import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.party.Company;

/** The checks of the books. */
interface Verifications {
  /** All of them, made now. */
  ListAnswer<Check> checks(Company company, ListRequest request);
}
