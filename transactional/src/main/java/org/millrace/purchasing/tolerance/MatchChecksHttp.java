package org.millrace.purchasing.tolerance;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.UnitPrice;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Says whether a line would pass the match by the tolerance of the company; stores nothing. */
@RestController
class MatchChecksHttp {
  private final Tolerances tolerances;
  private final Companies companies;

  MatchChecksHttp(Tolerances tolerances, Companies companies) {
    this.tolerances = tolerances;
    this.companies = companies;
  }

  /** A line as it was ordered, came and is billed; prices of one unit, without tax. */
  record Asked(
      Quantity ordered,
      @Amount BigDecimal orderPrice,
      Quantity received,
      Quantity billed,
      @Amount BigDecimal billPrice) {
    Asked {
      UnitPrice.require(new Problems(), "orderPrice", orderPrice)
          .require(billPrice.signum() >= 0, "billPrice", billPrice, "0 or more")
          .require(!ordered.isNegative(), "ordered", ordered, "0 or more")
          .require(!received.isNegative(), "received", received, "0 or more")
          .require(!billed.isNegative(), "billed", billed, "0 or more")
          .refuse("The match cannot be checked");
    }

    private MatchTolerance.Compared in(Currency currency) {
      return new MatchTolerance.Compared(
          ordered, Money.of(orderPrice, currency), received, billed, Money.of(billPrice, currency));
    }
  }

  /** What of the line is beyond the tolerance; it passes where nothing is. */
  record Answer(boolean passes, List<MatchTolerance.Difference> exceeded) {}

  @PostMapping("/api/companies/{company}/purchasing/match-checks")
  @RequiresPermission("purchasing.read")
  Answer check(@PathVariable CompanyCode company, @RequestBody Asked asked) {
    Currency currency = companies.named(company).currency();
    List<MatchTolerance.Difference> exceeded = tolerances.of(company).exceeded(asked.in(currency));
    return new Answer(exceeded.isEmpty(), exceeded);
  }
}
