package org.millrace.tax.determination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemGroupCode;
import org.millrace.party.Companies;
import org.millrace.party.RegionCode;
import org.millrace.shared.CompanyCode;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxEntry;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("tax.read")
@RequestMapping("/api/companies/{company}/tax/rules")
class TaxRulesHttp extends DocumentEndpoints<TaxRule, TaxRuleCode> {
  private final KeepTaxRules rules;
  private final Companies companies;
  private final BusinessTime time;

  TaxRulesHttp(
      Documents<TaxRule> stored,
      DocumentHistory history,
      KeepTaxRules rules,
      Companies companies,
      BusinessTime time) {
    super(stored, history);
    this.rules = rules;
    this.companies = companies;
    this.time = time;
  }

  /** What it does not name fits always; rank 100 when none is said. */
  record NewTaxRule(
      TaxRuleCode code,
      String name,
      TaxEntry.Side side,
      Optional<Integer> rank,
      Optional<List<TaxRule.Country>> countries,
      Optional<RegionCode> region,
      Optional<TaxRule.TaxNumber> taxNumber,
      Optional<ItemGroupCode> itemGroup,
      Optional<ItemCode> item,
      Optional<LocalDate> validFrom,
      Optional<LocalDate> validUntil,
      TaxCodeName taxCode,
      Optional<Instant> occurredAt) {
    private static final int USUAL_RANK = 100;

    TaxRule rule() {
      return new TaxRule(
          code,
          name,
          side,
          rank.orElse(USUAL_RANK),
          countries.orElse(List.of()),
          region,
          taxNumber,
          itemGroup,
          item,
          validFrom,
          validUntil,
          taxCode);
    }
  }

  record Change(
      String name,
      TaxEntry.Side side,
      int rank,
      Optional<List<TaxRule.Country>> countries,
      Optional<RegionCode> region,
      Optional<TaxRule.TaxNumber> taxNumber,
      Optional<ItemGroupCode> itemGroup,
      Optional<ItemCode> item,
      Optional<LocalDate> validFrom,
      Optional<LocalDate> validUntil,
      TaxCodeName taxCode,
      Optional<Instant> occurredAt) {
    TaxRule of(TaxRule before) {
      return new TaxRule(
          before.code(),
          name,
          side,
          rank,
          countries.orElse(List.of()),
          region,
          taxNumber,
          itemGroup,
          item,
          validFrom,
          validUntil,
          taxCode);
    }
  }

  @PostMapping
  @RequiresPermission("tax.write")
  ResponseEntity<DocumentAnswer<TaxRule>> add(
      @PathVariable CompanyCode company, @RequestBody NewTaxRule asked) {
    companies.named(company);
    return created(rules.add(company, asked.rule(), time.occurredAt(asked.occurredAt())));
  }

  @PutMapping("/{number}")
  @RequiresPermission("tax.write")
  ResponseEntity<DocumentAnswer<TaxRule>> change(
      Versioned<TaxRule> rule, @RequestBody Change asked) {
    return ok(rules.change(rule, asked.of(rule.document()), time.occurredAt(asked.occurredAt())));
  }
}
