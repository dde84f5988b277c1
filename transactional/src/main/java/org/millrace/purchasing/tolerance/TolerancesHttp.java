package org.millrace.purchasing.tolerance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Version;
import org.millrace.web.BusinessTime;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies/{company}/purchasing/match-tolerance")
class TolerancesHttp {
  private final SetTolerance set;
  private final TolerancesJdbc tolerances;
  private final Companies companies;
  private final BusinessTime time;

  TolerancesHttp(
      SetTolerance set, TolerancesJdbc tolerances, Companies companies, BusinessTime time) {
    this.set = set;
    this.tolerances = tolerances;
    this.companies = companies;
    this.time = time;
  }

  /** In percent, 2 for 2 %; the amount in the currency of the company, any where none is set. */
  record Setting(
      BigDecimal quantityPercent,
      BigDecimal pricePercent,
      Optional<BigDecimal> overReceiptPercent,
      @Amount Optional<BigDecimal> amount,
      @Amount Optional<BigDecimal> taxDifference,
      Optional<Instant> occurredAt) {
    MatchTolerance tolerance() {
      return new MatchTolerance(
          quantityPercent, pricePercent, overReceiptPercent, amount, taxDifference);
    }
  }

  /** Its version is 0 until somebody sets it. */
  @GetMapping
  @RequiresPermission("purchasing.read")
  ResponseEntity<MatchTolerance> tolerance(@PathVariable CompanyCode company) {
    companies.named(company);
    return reply(tolerances.stored(company));
  }

  @PutMapping
  @RequiresPermission("purchasing.tolerance")
  ResponseEntity<MatchTolerance> set(
      @PathVariable CompanyCode company,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Setting setting) {
    companies.named(company);
    return reply(
        set.set(company, setting.tolerance(), expected, time.occurredAt(setting.occurredAt())));
  }

  private static ResponseEntity<MatchTolerance> reply(StoredTolerance stored) {
    return Replies.ok(stored.tolerance(), stored.version());
  }
}
