package org.millrace.ledger.period;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.millrace.shared.CompanyCode;

/** The closed months of each company. */
interface Periods {
  /** Holds the book of the company until the transaction ends; nobody posts meanwhile. */
  void hold(CompanyCode company);

  /** The last closed month; all before it are closed as well. */
  Optional<YearMonth> closedThrough(CompanyCode company);

  /** Closes all months with entries up to that one; those that were open. */
  List<Versioned> close(CompanyCode company, YearMonth month);

  /** Opens one closed month. */
  Versioned reopen(CompanyCode company, YearMonth month);

  /** The months from the first entry to the running one, the latest first. */
  List<Listed> months(CompanyCode company, YearMonth running);

  /** Each closing and reopening of a month, the latest first. */
  List<Act> history(CompanyCode company, YearMonth month);

  /** The event that told of an act, who did it, when, and the reason where one was given. */
  record Act(String event, String actor, Instant recordedAt, Optional<String> reason) {}

  /** A month and how often it was closed and reopened. */
  record Versioned(YearMonth month, long version) {}

  /** A month, who closed it and when; neither while it is open. */
  record Listed(YearMonth month, Optional<String> closedBy, Optional<Instant> closedAt) {}
}
