package org.millrace.supply.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Version;
import org.millrace.web.BusinessTime;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies/{company}/production/supply")
class SupplyHttp {
  private final ArrangeSupply arrange;
  private final Companies companies;
  private final BusinessTime time;

  SupplyHttp(ArrangeSupply arrange, Companies companies, BusinessTime time) {
    this.arrange = arrange;
    this.companies = companies;
    this.time = time;
  }

  /**
   * For which order and until when, the day the customer wants it when none is named; lot sizes and
   * lead times where the defaults do not hold.
   */
  record Arranging(
      OrderNumber salesOrder,
      Optional<LocalDate> dueDate,
      Optional<List<ItemTerms>> items,
      Optional<Instant> occurredAt) {}

  /** How an item is made or bought. */
  record ItemTerms(ItemCode item, Optional<Quantity> lot, Optional<Integer> leadTimeDays) {
    ItemTerms {
      new Problems()
          .require(
              lot.isEmpty() || lot.get().isPositive(),
              "lot",
              lot.map(Quantity::toString).orElse(""),
              "more than 0")
          .refuse("The terms of " + item + " cannot be used");
    }
  }

  @PostMapping
  @RequiresPermission("production.write")
  ResponseEntity<Supply> arrange(
      @PathVariable CompanyCode company, @RequestBody Arranging arranging) {
    Instant occurredAt = time.occurredAt(arranging.occurredAt());
    LocalDate today = companies.dayOf(company, occurredAt);
    List<ItemTerms> items = arranging.items().orElse(List.of());
    Map<ItemCode, Quantity> lots =
        items.stream()
            .filter(i -> i.lot().isPresent())
            .collect(Collectors.toMap(ItemTerms::item, i -> i.lot().get(), (a, b) -> b));
    Map<ItemCode, Integer> leads =
        items.stream()
            .filter(i -> i.leadTimeDays().isPresent())
            .collect(Collectors.toMap(ItemTerms::item, i -> i.leadTimeDays().get(), (a, b) -> b));
    LocalDate due =
        arranging
            .dueDate()
            .orElseGet(() -> arrange.dueDate(company, arranging.salesOrder(), today));
    Netting.Terms terms = new Netting.Terms(today, due, lots, leads);
    Supply supply = arrange.arranged(company, arranging.salesOrder(), terms, occurredAt);
    return Replies.created(supply, new Version(1));
  }

  @GetMapping("/{salesOrder}")
  @RequiresPermission("production.read")
  Supply of(@PathVariable CompanyCode company, @PathVariable OrderNumber salesOrder) {
    return arrange.of(company, salesOrder);
  }
}
