package org.millrace.ledger.book;

import java.time.LocalDate;
import java.util.Optional;
import org.millrace.party.Company;

/** The journals of all companies. */
interface JournalBooks {
  /** The journal between two days, each within; from the first entry and to the last by default. */
  JournalBook of(Company company, Optional<LocalDate> from, Optional<LocalDate> to);
}
