package org.millrace.settlement.ageing;

import java.time.LocalDate;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.party.Company;

/** What was open at the end of a day. */
interface Ageings {
  /** Parties of whom something was open, by age. */
  ListAnswer<Ageing> parties(Company company, LocalDate day, ListRequest request);

  /** The items behind it. */
  ListAnswer<AgedItem> items(Company company, LocalDate day, ListRequest request);
}
