package org.millrace.stock.cost;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Problems;
import org.millrace.shared.UnitPrice;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("stock.read")
@RequestMapping("/api/companies/{company}/stock/cost-changes")
class CostChangesHttp extends DocumentEndpoints<CostChange, CostChangeNumber> {
  private final ChangeCosts costs;
  private final Companies companies;
  private final BusinessTime time;

  CostChangesHttp(
      Documents<CostChange> changes,
      DocumentHistory history,
      ChangeCosts costs,
      Companies companies,
      BusinessTime time) {
    super(changes, history);
    this.costs = costs;
    this.companies = companies;
    this.time = time;
  }

  /** What one of an item costs from now on, or from when it is said to. */
  record Changing(
      ItemCode item, @Amount BigDecimal unitCost, String reason, Optional<Instant> occurredAt) {
    Changing {
      Problems problems = new Problems();
      UnitPrice.require(problems, "unitCost", unitCost);
      problems.refuse("The cost of " + item + " cannot be changed");
    }
  }

  @PostMapping
  @RequiresPermission("stock.cost")
  ResponseEntity<DocumentAnswer<CostChange>> change(
      @PathVariable CompanyCode company, @RequestBody Changing asked) {
    Money unitCost = Money.of(asked.unitCost(), companies.named(company).currency());
    return created(
        costs.change(
            company,
            new ChangeCosts.Wanted(asked.item(), unitCost, asked.reason()),
            time.occurredAt(asked.occurredAt())));
  }
}
