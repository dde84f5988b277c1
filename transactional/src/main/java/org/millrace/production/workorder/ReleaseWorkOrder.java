package org.millrace.production.workorder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.production.CoProduct;
import org.millrace.production.LeadTimes;
import org.millrace.production.Production;
import org.millrace.production.WorkOrder;
import org.millrace.production.WorkOrderCancelled;
import org.millrace.production.WorkOrderChanged;
import org.millrace.production.WorkOrderNumber;
import org.millrace.production.WorkOrderReleased;
import org.millrace.production.WorkStatus.Act;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;

/**
 * Releases, corrects and gives up work orders; its materials are the bill of material of the item x
 * the quantity, with the scrap. Work starts lead time before the due date where either is told or
 * the policy of the item knows it.
 */
final class ReleaseWorkOrder {
  private final Documents<WorkOrder> orders;
  private final Companies companies;
  private final Items items;
  private final LeadTimes leadTimes;

  ReleaseWorkOrder(
      Documents<WorkOrder> orders, Companies companies, Items items, LeadTimes leadTimes) {
    this.orders = orders;
    this.companies = companies;
    this.items = items;
    this.leadTimes = leadTimes;
  }

  Versioned<WorkOrder> release(CompanyCode company, Production.Wanted wanted, Instant occurredAt) {
    Company books = companies.named(company);
    LocalDate today = books.dayOf(occurredAt);
    LocalDate byDefault = today.plusDays(wanted.leadTimeDays().orElse(0));
    WorkOrder order =
        WorkOrder.released(
            new WorkOrderNumber(orders.nextNumber(company, today)),
            today,
            books.currency(),
            request(company, wanted, byDefault),
            wanted.demand());
    return orders.make(company, order, occurredAt, WorkOrderReleased::new);
  }

  /** The order of item and quantity as wanted, for the day it had if no other is named. */
  Versioned<WorkOrder> change(
      Versioned<WorkOrder> before, Production.Wanted wanted, Instant occurredAt) {
    WorkOrder order = before.document();
    order.require(Act.CHANGE);
    WorkOrder.Request request = request(before.company(), wanted, order.dueDate());
    return orders.change(before, order.changed(request), occurredAt, WorkOrderChanged::new);
  }

  Versioned<WorkOrder> cancel(Versioned<WorkOrder> before, String reason, Instant occurredAt) {
    return orders.change(
        before,
        before.document().cancelled(),
        occurredAt,
        (head, after) -> new WorkOrderCancelled(head, after, reason));
  }

  private WorkOrder.Request request(
      CompanyCode company, Production.Wanted wanted, LocalDate byDefault) {
    Item item = items.named(company, wanted.item());
    LocalDate due = wanted.dueDate().orElse(byDefault);
    return new WorkOrder.Request(
        item.code(),
        item.name(),
        wanted.quantity(),
        due,
        plannedStart(company, wanted, due),
        materials(company, item, wanted.quantity()),
        outputs(company, wanted.yield()));
  }

  private WorkOrder.Outputs outputs(CompanyCode company, Production.Yield yield) {
    Currency currency = companies.named(company).currency();
    List<ItemCode> codes =
        yield.coProducts().stream().map(Production.CoProductWanted::item).toList();
    Map<ItemCode, Item> known = items.named(company, codes);
    List<CoProduct> coProducts = new ArrayList<>();
    Problems problems = new Problems();
    for (Production.CoProductWanted each : yield.coProducts()) {
      Item item = known.get(each.item());
      String field = "coProducts." + (coProducts.size() + 1);
      problems
          .require(
              item != null && item.isStocked(),
              field + ".item",
              each.item(),
              "a registered item that is kept in stock")
          .require(
              each.quantity().isPositive(), field + ".quantity", each.quantity(), "more than 0");
      Money price =
          each.salesPrice()
              .map(one -> Money.of(one, currency))
              .orElseGet(() -> Money.zero(currency));
      coProducts.add(
          new CoProduct(
              each.item(),
              item == null ? "" : item.name(),
              each.quantity(),
              price,
              Quantity.ZERO,
              Money.zero(currency)));
    }
    problems.refuse("The work order cannot be released");
    return new WorkOrder.Outputs(
        yield.plannedUnitCost().map(one -> Money.of(one, currency)),
        yield.salesPrice().map(one -> Money.of(one, currency)),
        coProducts);
  }

  private Optional<LocalDate> plannedStart(
      CompanyCode company, Production.Wanted wanted, LocalDate due) {
    return wanted
        .leadTimeDays()
        .map(due::minusDays)
        .or(() -> leadTimes.startOf(company, wanted.item(), due));
  }

  private List<WorkOrder.Material> materials(CompanyCode company, Item item, Quantity quantity) {
    Map<ItemCode, Item> known =
        items.named(company, item.materials().stream().map(m -> m.item()).toList());
    return item.materials().stream()
        .map(
            m ->
                new WorkOrder.Material(
                    m.item(),
                    Objects.requireNonNull(known.get(m.item())).name(),
                    m.plannedFor(quantity),
                    Quantity.ZERO,
                    Optional.of(m.scrapOf(quantity))))
        .toList();
  }
}
