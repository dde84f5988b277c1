package org.millrace.stock.cost;

import java.time.Instant;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.stock.NewCost;
import org.millrace.stock.Stock;
import org.millrace.stock.location.Places;

/** Changes what items cost. */
final class ChangeCosts {
  private final Documents<CostChange> changes;
  private final Companies companies;
  private final Places places;
  private final Stock stock;

  ChangeCosts(Documents<CostChange> changes, Companies companies, Places places, Stock stock) {
    this.changes = changes;
    this.companies = companies;
    this.places = places;
    this.stock = stock;
  }

  /** What one of an item costs from now on, and why. */
  record Wanted(ItemCode item, Money unitCost, String reason) {}

  Versioned<CostChange> change(CompanyCode code, Wanted wanted, Instant occurredAt) {
    Company company = companies.named(code);
    Problems problems = new Problems();
    String name = places.nameOfStocked(code, wanted.item(), problems);
    problems.refuse("The cost of " + wanted.item() + " cannot be changed");
    CostChangeNumber number =
        new CostChangeNumber(changes.nextNumber(code, company.dayOf(occurredAt)));
    NewCost cost =
        new NewCost(CostChange.KIND.ref(number), wanted.item(), wanted.unitCost(), occurredAt);
    Money added = stock.revalue(code, cost);
    CostChange change =
        new CostChange(
            number,
            occurredAt,
            wanted.item(),
            name,
            wanted.unitCost(),
            added,
            company.currency(),
            wanted.reason());
    return changes.make(code, change, occurredAt, CostChanged::new);
  }
}
