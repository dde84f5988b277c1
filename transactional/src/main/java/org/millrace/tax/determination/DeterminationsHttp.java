package org.millrace.tax.determination;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxEntry;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells which tax code a line would bear, and by which rule; stores nothing. */
@RestController("taxDeterminationsHttp")
class DeterminationsHttp {
  private final TaxDetermination determination;
  private final Companies companies;
  private final BusinessTime time;

  DeterminationsHttp(TaxDetermination determination, Companies companies, BusinessTime time) {
    this.determination = determination;
    this.companies = companies;
    this.time = time;
  }

  /** Sold to the party (output) or bought of it (input); today when no date is said. */
  record Asked(TaxEntry.Side side, PartyCode party, ItemCode item, Optional<LocalDate> date) {}

  /** Empty where no rule fits. */
  record Answer(Optional<TaxCodeName> taxCode, Optional<TaxRuleCode> rule) {}

  @PostMapping("/api/companies/{company}/tax/determinations")
  @RequiresPermission("tax.read")
  Answer determine(@PathVariable CompanyCode company, @RequestBody Asked asked) {
    Company books = companies.named(company);
    LocalDate day = asked.date().orElseGet(() -> books.dayOf(time.occurredAt(Optional.empty())));
    Optional<TaxDetermination.Determined> found =
        determination
            .of(
                company,
                new TaxDetermination.Deal(asked.side(), asked.party(), day),
                List.of(asked.item()))
            .get(0);
    return new Answer(
        found.map(TaxDetermination.Determined::taxCode),
        found.map(TaxDetermination.Determined::rule));
  }
}
