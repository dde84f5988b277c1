package org.millrace.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Which days of a company's books still take entries; the ledger answers. */
public interface OpenPeriods {
  /** That moment, or the start of the first open day after it when its month is closed. */
  Instant openFrom(CompanyCode company, Instant moment);

  /**
   * When that which happened at a moment is booked: then, while its month is open; else on the
   * posting date, or on the first open day where none is named.
   *
   * @param postingDate the start of that day
   * @throws Refused as invalid when the posting date lies in a closed month as well
   */
  default Instant bookedAt(CompanyCode company, Instant moment, Optional<Instant> postingDate) {
    Instant open = openFrom(company, moment);
    if (open.equals(moment) || postingDate.isEmpty()) {
      return open;
    }
    new Problems()
        .require(
            !postingDate.get().isBefore(open),
            "postingDate",
            postingDate.get(),
            "a day in an open month, from " + open + " on")
        .refuse("What happened in a closed month cannot be booked then");
    return postingDate.get();
  }

  /**
   * When something happened, and on which day it is booked where the month of that moment is
   * closed.
   *
   * @param postingDate the first open day where none is named
   */
  record Happened(Instant occurredAt, Optional<LocalDate> postingDate) {
    /** Booked on the first open day. */
    public static Happened at(Instant moment) {
      return new Happened(moment, Optional.empty());
    }
  }
}
