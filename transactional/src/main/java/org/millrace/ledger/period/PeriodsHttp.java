package org.millrace.ledger.period;

import java.time.YearMonth;
import java.util.List;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Period;
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

  /** The month that is closed now. */
  record Answer(YearMonth month) {}

  @GetMapping
  @RequiresPermission("ledger.read")
  List<Periods.Closed> closed(@PathVariable CompanyCode company) {
    return periods.closed(company);
  }

  @PostMapping("/{month}/close")
  @RequiresPermission("ledger.close")
  Answer close(@PathVariable CompanyCode company, @PathVariable String month) {
    return new Answer(closePeriod.close(company, Period.of(month)));
  }

  /** Why a month is opened again. */
  record Reopening(String reason) {}

  @PostMapping("/{month}/reopen")
  @RequiresPermission("ledger.close")
  Answer reopen(
      @PathVariable CompanyCode company, @PathVariable String month, @RequestBody Reopening asked) {
    return new Answer(closePeriod.reopen(company, Period.of(month), asked.reason()));
  }
}
