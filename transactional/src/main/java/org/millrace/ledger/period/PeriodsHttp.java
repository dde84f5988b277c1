package org.millrace.ledger.period;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.millrace.document.Step;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Period;
import org.millrace.shared.Refused;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies/{company}/ledger/periods")
class PeriodsHttp {
  private final ClosePeriod closePeriod;
  private final Periods periods;

  PeriodsHttp(ClosePeriod closePeriod, Periods periods) {
    this.closePeriod = closePeriod;
    this.periods = periods;
  }

  /** A month, what can be done with it, and each closing and reopening, the latest first. */
  record Shown(
      YearMonth month,
      PeriodStatus status,
      Optional<String> closedBy,
      Optional<Instant> closedAt,
      List<Periods.Act> history,
      List<Step> steps) {
    static Shown of(ClosePeriod.Month one, List<Periods.Act> history) {
      return new Shown(
          one.month(), one.status(), one.closedBy(), one.closedAt(), history, one.steps());
    }
  }

  /** Why all lines of the checklist that are open may stay so; without it none may. */
  record Closing(Optional<String> waiver) {}

  /** The month that is closed now. */
  record Answer(YearMonth month) {}

  @GetMapping
  @RequiresPermission("ledger.read")
  List<ClosePeriod.Month> list(@PathVariable CompanyCode company) {
    return closePeriod.months(company);
  }

  @GetMapping("/{month}")
  @RequiresPermission("ledger.read")
  Shown one(@PathVariable CompanyCode company, @PathVariable String month) {
    YearMonth asked = Period.of(month).month();
    return closePeriod.months(company).stream()
        .filter(one -> one.month().equals(asked))
        .findFirst()
        .map(one -> Shown.of(one, periods.history(company, asked)))
        .orElseThrow(
            () ->
                Refused.notFound(
                    "The books of %s have no %s: they go from the first entry to today."
                        .formatted(company, asked)));
  }

  @PostMapping("/{month}/close")
  @RequiresPermission("ledger.close")
  Answer close(
      @PathVariable CompanyCode company,
      @PathVariable String month,
      @RequestBody(required = false) Optional<Closing> asked) {
    return new Answer(closePeriod.close(company, Period.of(month), asked.flatMap(Closing::waiver)));
  }

  /** Why a month is opened again. */
  record Reopening(String reason) {}

  @PostMapping("/{month}/reopen")
  @RequiresPermission("ledger.reopen")
  Answer reopen(
      @PathVariable CompanyCode company, @PathVariable String month, @RequestBody Reopening asked) {
    return new Answer(closePeriod.reopen(company, Period.of(month), asked.reason()));
  }
}
