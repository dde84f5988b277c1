package org.millrace.ledger.period;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentAct;
import org.millrace.document.Step;
import org.millrace.shared.CompanyCode;

/** Whether a month takes entries, and which of them can be closed or opened again. */
enum PeriodStatus {
  OPEN,
  CLOSED;

  /** What can be done with a month. */
  enum Act implements DocumentAct {
    CLOSE("be closed"),
    REOPEN("be opened again");

    private final String words;

    Act(String words) {
      this.words = words;
    }

    @Override
    public String words() {
      return words;
    }
  }

  /** Where the books of a company stand: the month that runs, and the last one closed. */
  record Books(CompanyCode company, YearMonth running, Optional<YearMonth> closedThrough) {
    PeriodStatus of(YearMonth month) {
      return closedThrough.filter(last -> !month.isAfter(last)).isPresent() ? CLOSED : OPEN;
    }

    List<Step> steps(YearMonth month) {
      return Step.of(Act.values(), act -> refusal(act, month));
    }

    /** Why that cannot be done with the month, absent when it can. */
    Optional<String> refusal(Act act, YearMonth month) {
      return act == Act.CLOSE ? refusalToClose(month) : refusalToReopen(month);
    }

    private Optional<String> refusalToClose(YearMonth month) {
      if (!month.isBefore(running)) {
        return Optional.of(
            "%s of %s is not over yet. The last month that can be closed is %s."
                .formatted(month, company, running.minusMonths(1)));
      }
      return of(month) == OPEN
          ? Optional.empty()
          : Optional.of(
              "%s of %s is closed already, as all months up to %s are."
                  .formatted(month, company, closedThrough.orElseThrow()));
    }

    private Optional<String> refusalToReopen(YearMonth month) {
      return closedThrough.filter(month::equals).isPresent()
          ? Optional.empty()
          : Optional.of(
              "%s of %s cannot be reopened: only the last closed month can, which is %s."
                  .formatted(
                      month, company, closedThrough.map(YearMonth::toString).orElse("none")));
    }
  }
}
