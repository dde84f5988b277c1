package org.millrace.ledger.chart;

import java.time.Instant;
import java.util.Optional;
import org.millrace.ledger.Charts;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Which chart a company begins with. */
@RestController
class ChartHttp {
  private final KeepChart keep;
  private final Charts charts;
  private final Companies companies;
  private final BusinessTime time;

  ChartHttp(KeepChart keep, Charts charts, Companies companies, BusinessTime time) {
    this.keep = keep;
    this.charts = charts;
    this.companies = companies;
    this.time = time;
  }

  record Choosing(ChartFile.Name chart, Optional<Instant> occurredAt) {}

  record Chosen(ChartFile.Name chart, int accounts) {}

  @PostMapping("/api/companies/{company}/ledger/chart")
  @RequiresPermission("ledger.chart")
  Chosen choose(@PathVariable CompanyCode company, @RequestBody Choosing asked) {
    companies.named(company);
    keep.choose(company, asked.chart(), time.occurredAt(asked.occurredAt()));
    return new Chosen(asked.chart(), charts.of(company).accounts().size());
  }
}
