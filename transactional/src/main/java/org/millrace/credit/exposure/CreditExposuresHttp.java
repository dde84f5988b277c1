package org.millrace.credit.exposure;

import java.util.Currency;
import java.util.Optional;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("credit.read")
@RequestMapping("/api/companies/{company}/credit/exposures")
class CreditExposuresHttp {
  private final CreditExposures exposures;

  CreditExposuresHttp(CreditExposures exposures) {
    this.exposures = exposures;
  }

  /** Exposure = open items + delivered + ordered; available = credit limit - exposure. */
  record Answer(
      PartyCode party,
      String partyName,
      Figures exposure,
      Optional<Money> creditLimit,
      Optional<Money> available,
      Currency currency) {}

  /** The parts of the exposure and their sum. */
  record Figures(Money openItems, Money delivered, Money ordered, Money total) {}

  /** What a customer owes and has ordered, as it is while an order is entered. */
  @GetMapping("/{party}")
  Answer of(@PathVariable CompanyCode company, @PathVariable PartyCode party) {
    CreditExposure found = exposures.of(company, party);
    return new Answer(
        found.party(),
        found.partyName(),
        new Figures(found.openItems(), found.delivered(), found.ordered(), found.exposure()),
        found.creditLimit(),
        found.creditLimit().map(limit -> limit.minus(found.exposure())),
        found.currency());
  }
}
