package org.millrace.ledger.period;

import java.time.YearMonth;
import java.util.List;
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

  PeriodsHttp(ClosePeriod closePeriod) {
    this.closePeriod = closePeriod;
  }

  /** The month that is closed now. */
  record Answer(YearMonth month) {}

  @GetMapping
  @RequiresPermission("ledger.read")
  List<ClosePeriod.Month> list(@PathVariable CompanyCode company) {
    return closePeriod.months(company);
  }

  @GetMapping("/{month}")
  @RequiresPermission("ledger.read")
  ClosePeriod.Month one(@PathVariable CompanyCode company, @PathVariable String month) {
    YearMonth asked = Period.of(month).month();
    return closePeriod.months(company).stream()
        .filter(one -> one.month().equals(asked))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.notFound(
                    "The books of %s have no %s: they go from the first entry to today."
                        .formatted(company, asked)));
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
