package org.millrace.document.reversal;

import java.time.LocalDate;
import java.util.Optional;
import org.millrace.shared.Problems;

/**
 * Why a document is reversed and on which day, today when none is named; as people ask for it.
 *
 * @param reason what was wrong
 */
public record Reversal(String reason, Optional<LocalDate> date) {
  public Reversal {
    reason = reason.strip();
  }

  /**
   * The day of the reversal of a document of that day.
   *
   * @throws org.millrace.shared.Refused when there is no reason, or when the day lies before the
   *     document or after today
   */
  public LocalDate day(String document, LocalDate posted, LocalDate today) {
    LocalDate day = date.orElse(today);
    new Problems()
        .require(!reason.isEmpty(), "reason", reason, "why it is reversed")
        .require(
            !day.isBefore(posted) && !day.isAfter(today),
            "date",
            day,
            "a day from " + posted + ", when it was posted, to today " + today)
        .refuse(document + " cannot be reversed");
    return day;
  }
}
