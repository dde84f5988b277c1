package org.millrace.production.workorder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.production.LeadTimes;
import org.millrace.production.Production;
import org.millrace.production.WorkOrder;
import org.millrace.production.WorkOrderReleased;
import org.millrace.production.WorkStatus;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Version;

/**
 * Releases a work order; its materials are the bill of material of the item x the quantity, with
 * the scrap. Work starts lead time before the due date where either is told or the policy of the
 * item knows it.
 */
final class ReleaseWorkOrder {
  private final WorkOrders orders;
  private final Companies companies;
  private final Items items;
  private final LeadTimes leadTimes;
  private final Events events;

  ReleaseWorkOrder(
      WorkOrders orders, Companies companies, Items items, LeadTimes leadTimes, Events events) {
    this.orders = orders;
    this.companies = companies;
    this.items = items;
    this.leadTimes = leadTimes;
    this.events = events;
  }

  KeptWorkOrder released(CompanyCode company, Production.Wanted wanted, Instant occurredAt) {
    Company books = companies.named(company);
    Currency currency = books.currency();
    Item item = items.named(company, wanted.item());
    LocalDate today = books.dayOf(occurredAt);
    LocalDate due = wanted.dueDate().orElse(today.plusDays(wanted.leadTimeDays().orElse(0)));
    WorkOrder order =
        new WorkOrder(
            orders.nextNumber(),
            item.code(),
            item.name(),
            wanted.quantity(),
            Quantity.ZERO,
            WorkStatus.RELEASED,
            today,
            due,
            plannedStart(company, wanted, due),
            materials(company, item, wanted.quantity()),
            Money.zero(currency),
            Money.zero(currency),
            currency,
            wanted.demand());
    KeptWorkOrder released = new KeptWorkOrder(company, order, new Version(1));
    orders.add(released);
    events.publish(List.of(new WorkOrderReleased(released.head(occurredAt), order)));
    return released;
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
                    known.get(m.item()).name(),
                    m.plannedFor(quantity),
                    Quantity.ZERO,
                    Optional.of(m.scrapOf(quantity))))
        .toList();
  }
}
