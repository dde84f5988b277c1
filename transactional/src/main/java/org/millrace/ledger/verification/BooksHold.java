package org.millrace.ledger.verification;

import java.util.List;
import org.millrace.party.Company;

/** Whether the books hold. */
public interface BooksHold {
  /** The names of the checks that do not hold now. */
  List<String> failing(Company company);
}
