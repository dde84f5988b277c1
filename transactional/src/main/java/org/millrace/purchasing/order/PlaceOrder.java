package org.millrace.purchasing.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.Role;
import org.millrace.purchasing.NewPurchaseOrder;
import org.millrace.purchasing.OrderPlaced;
import org.millrace.purchasing.OrderStatus;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.Supplier;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Version;

/** Orders stocked items from a supplier, in the currency of the company. */
public final class PlaceOrder {
  private final Orders orders;
  private final Companies companies;
  private final Parties parties;
  private final Items items;
  private final Events events;

  PlaceOrder(Orders orders, Companies companies, Parties parties, Items items, Events events) {
    this.orders = orders;
    this.companies = companies;
    this.parties = parties;
    this.items = items;
    this.events = events;
  }

  /** Places the order and returns it. */
  public KeptOrder placed(CompanyCode company, NewPurchaseOrder wanted, Instant occurredAt) {
    Company books = companies.named(company);
    Currency currency = books.currency();
    Party supplier = parties.named(company, wanted.supplier());
    List<PurchaseOrder.Line> lines = lines(company, wanted, supplier, currency);
    LocalDate today = books.dayOf(occurredAt);
    PurchaseOrder order =
        new PurchaseOrder(
            orders.nextNumber(),
            Supplier.of(supplier),
            today,
            wanted.promisedDate().orElse(today),
            currency,
            OrderStatus.OPEN,
            lines,
            lines.stream()
                .map(PurchaseOrder.Line::netAmount)
                .reduce(Money.zero(currency), Money::plus),
            wanted.demand());
    KeptOrder placed = new KeptOrder(company, order, new Version(1));
    orders.add(placed);
    events.publish(List.of(new OrderPlaced(placed.head(occurredAt), order)));
    return placed;
  }

  private List<PurchaseOrder.Line> lines(
      CompanyCode company, NewPurchaseOrder wanted, Party supplier, Currency currency) {
    Map<ItemCode, Item> known =
        items.named(company, wanted.lines().stream().map(NewPurchaseOrder.Line::item).toList());
    Problems problems = new Problems();
    problems.require(
        supplier.roles().contains(Role.SUPPLIER),
        "supplier",
        supplier.code(),
        "a party with the role supplier");
    List<PurchaseOrder.Line> lines = new ArrayList<>();
    for (NewPurchaseOrder.Line line : wanted.lines()) {
      int number = lines.size() + 1;
      Item item = known.get(line.item());
      boolean usable = item != null && item.isStocked();
      problems
          .require(item != null, field(number, "item"), line.item(), "a registered item")
          .require(
              item == null || item.isStocked(),
              field(number, "item"),
              line.item(),
              "an item that is kept in stock");
      lines.add(
          usable
              ? PurchaseOrder.Line.ordered(
                  number,
                  item.code(),
                  item.name(),
                  line.quantity(),
                  Money.of(line.unitPrice(), currency))
              : null);
    }
    problems.refuse("The purchase order cannot be placed");
    return lines;
  }

  private static String field(int line, String name) {
    return "lines." + line + "." + name;
  }
}
