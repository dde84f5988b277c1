package org.millrace.ledger.period;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentAct;
import org.millrace.document.Step;
import org.millrace.document.list.Listed;
import org.millrace.ledger.ClosingCheck;

/**
 * A line of the checklist of a month: what is to be done before the month is closed, how many
 * documents up to its last day are behind it, and the reason where it may stay open. The id joins
 * month and name: {@code 2026-03:unbilled-goods}.
 */
@Listed(searched = "id", sorted = "position", key = "id")
record ClosingLine(
    String id,
    String month,
    int position,
    ClosingCheck name,
    Status status,
    int openCount,
    Optional<String> reason,
    Optional<String> decidedBy,
    Optional<Instant> decidedAt) {
  /** Whether anything is left to do. */
  enum Status {
    OPEN,
    /** Nothing is behind it. */
    DONE,
    /** Something is, and it may stay. */
    WAIVED
  }

  /** What can be done with a line. */
  enum Act implements DocumentAct {
    WAIVE("be waived"),
    WITHDRAW("be done after all");

    private final String words;

    Act(String words) {
      this.words = words;
    }

    @Override
    public String words() {
      return words;
    }
  }

  /** A document behind a line: the page that shows it, its number, its day where it has one. */
  record Behind(String kind, String number, Optional<LocalDate> date) {}

  List<Step> steps(PeriodStatus.Books books) {
    return Step.of(Act.values(), act -> refusal(act, books));
  }

  /** Why that cannot be done with the line, absent when it can. */
  Optional<String> refusal(Act act, PeriodStatus.Books books) {
    if (books.of(YearMonth.parse(month)) == PeriodStatus.CLOSED) {
      return Optional.of(
          "%s of %s is closed: its checklist stays as it was. Open the month again first."
              .formatted(month, books.company()));
    }
    if (act == Act.WAIVE && status != Status.OPEN) {
      return Optional.of(
          status == Status.DONE
              ? "Nothing is behind %s: it is done.".formatted(id)
              : "%s is waived already. Withdraw that first.".formatted(id));
    }
    return act == Act.WITHDRAW && reason.isEmpty()
        ? Optional.of("%s is not waived.".formatted(id))
        : Optional.empty();
  }
}
