package org.millrace.item.group;

import java.time.Instant;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.CostingLevel;
import org.millrace.item.CostingMethod;
import org.millrace.item.ItemGroup;
import org.millrace.item.ItemGroupCode;
import org.millrace.item.SupplierReturn;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
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
@RequiresPermission("item.read")
@RequestMapping("/api/companies/{company}/item-groups")
class ItemGroupsHttp extends DocumentEndpoints<ItemGroup, ItemGroupCode> {
  private final GroupItems groups;
  private final Companies companies;
  private final BusinessTime time;

  ItemGroupsHttp(
      Documents<ItemGroup> stored,
      DocumentHistory history,
      GroupItems groups,
      Companies companies,
      BusinessTime time) {
    super(stored, history);
    this.groups = groups;
    this.companies = companies;
    this.time = time;
  }

  /** A new group; moving average over the whole company where nothing else is said. */
  record NewGroup(
      ItemGroupCode code,
      String name,
      Optional<CostingMethod> costingMethod,
      Optional<CostingLevel> costingLevel,
      Optional<SupplierReturn> supplierReturn,
      Optional<Integer> unitCostDecimals,
      Optional<Instant> occurredAt) {
    ItemGroup group() {
      return new ItemGroup(
          code,
          name,
          costingMethod.orElse(CostingMethod.MOVING_AVERAGE),
          costingLevel.orElse(CostingLevel.ITEM),
          supplierReturn.orElse(SupplierReturn.PRICE_PAID),
          unitCostDecimals);
    }
  }

  record Change(
      String name,
      CostingMethod costingMethod,
      CostingLevel costingLevel,
      Optional<SupplierReturn> supplierReturn,
      Optional<Integer> unitCostDecimals,
      Optional<Instant> occurredAt) {
    ItemGroup of(ItemGroup before) {
      return new ItemGroup(
          before.code(),
          name,
          costingMethod,
          costingLevel,
          supplierReturn.orElse(before.supplierReturn()),
          unitCostDecimals);
    }
  }

  @PostMapping
  @RequiresPermission("item.costing")
  ResponseEntity<DocumentAnswer<ItemGroup>> add(
      @PathVariable CompanyCode company, @RequestBody NewGroup asked) {
    companies.named(company);
    return created(groups.add(company, asked.group(), time.occurredAt(asked.occurredAt())));
  }

  @PutMapping("/{number}")
  @RequiresPermission("item.costing")
  ResponseEntity<DocumentAnswer<ItemGroup>> change(
      Versioned<ItemGroup> group, @RequestBody Change asked) {
    return ok(
        groups.change(group, asked.of(group.document()), time.occurredAt(asked.occurredAt())));
  }
}
