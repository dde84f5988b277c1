package org.millrace.budget.use;

import java.util.Map;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.web.RequiresPermission;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells budget against actual and committed, line by line. */
@RestController
@RequiresPermission("budget.read")
@RequestMapping("/api/companies/{company}/budget/uses")
class BudgetUseHttp {
  private final BudgetUses uses;
  private final Companies companies;

  BudgetUseHttp(BudgetUses uses, Companies companies) {
    this.uses = uses;
    this.companies = companies;
  }

  @GetMapping
  @ListOf(BudgetUse.class)
  ListAnswer<BudgetUse> all(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    return uses.page(companies.named(company), ListRequest.of(query));
  }

  @GetMapping("/{id}")
  BudgetUse one(@PathVariable CompanyCode company, @PathVariable String id) {
    return uses.page(companies.named(company), ListRequest.having(Map.of("id", id)))
        .first()
        .orElseThrow(
            () ->
                Refused.notFound(
                    "No budget has the line '%s'. Look it up in the list.".formatted(id)));
  }
}
