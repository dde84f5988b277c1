package org.millrace.sales.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.sales.Customer;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.OrderNumber;
import org.millrace.sales.OrderPlaced;
import org.millrace.sales.OrderStatus;
import org.millrace.sales.SalesOrder;
import org.millrace.sales.number.PaperNumbers;
import org.millrace.sales.number.PaperNumbers.Series;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Version;

/** Places orders of registered customers for registered items. */
public final class PlaceOrders {
  private final Companies companies;
  private final Parties parties;
  private final Items items;
  private final PaperNumbers numbers;
  private final Orders orders;
  private final Events events;

  PlaceOrders(
      Companies companies,
      Parties parties,
      Items items,
      PaperNumbers numbers,
      Orders orders,
      Events events) {
    this.companies = companies;
    this.parties = parties;
    this.items = items;
    this.numbers = numbers;
    this.orders = orders;
    this.events = events;
  }

  /** Places one order. */
  public SalesOrder placeOne(CompanyCode company, NewOrder asked) {
    return place(company, List.of(asked)).get(0).order();
  }

  List<KeptOrder> place(CompanyCode company, List<NewOrder> asked) {
    Company books = companies.named(company);
    Currency currency = books.currency();
    asked.forEach(order -> order.requireSound(books.dayOf(order.occurredAt())));
    Map<PartyCode, Party> customers =
        parties.named(company, asked.stream().map(NewOrder::customer).collect(Collectors.toSet()));
    Map<ItemCode, Item> goods =
        items.named(
            company,
            asked.stream()
                .flatMap(order -> order.lines().stream().map(NewInvoice.Line::item))
                .collect(Collectors.toSet()));
    refuseUnknown(asked, customers, goods);
    List<String> taken = numbers.take(company, Series.ORDER, asked.size());
    List<KeptOrder> placed = new ArrayList<>(asked.size());
    List<OrderPlaced> published = new ArrayList<>(asked.size());
    for (NewOrder order : asked) {
      LocalDate day = books.dayOf(order.occurredAt());
      List<SalesOrder.Line> lines = lines(order, goods, currency);
      SalesOrder made =
          new SalesOrder(
              new OrderNumber(taken.get(placed.size())),
              Customer.of(customers.get(order.customer())),
              day,
              currency,
              OrderStatus.OPEN,
              lines,
              SalesOrder.netAmount(lines, currency),
              order.quotation(),
              order.requestedDate());
      KeptOrder kept = new KeptOrder(new Version(1), made);
      placed.add(kept);
      published.add(new OrderPlaced(kept.head(company, order.occurredAt()), made));
    }
    orders.add(company, placed);
    events.publish(published);
    return placed;
  }

  private static void refuseUnknown(
      List<NewOrder> asked, Map<PartyCode, Party> customers, Map<ItemCode, Item> goods) {
    Problems problems = new Problems();
    for (NewOrder order : asked) {
      problems.require(
          customers.containsKey(order.customer()),
          "customer",
          order.customer(),
          "a registered party");
      for (NewInvoice.Line line : order.lines()) {
        problems.require(
            goods.containsKey(line.item()), "lines.item", line.item(), "a registered item");
      }
    }
    problems.refuse("The order cannot be placed");
  }

  private static List<SalesOrder.Line> lines(
      NewOrder order, Map<ItemCode, Item> goods, Currency currency) {
    Money none = Money.zero(currency);
    List<SalesOrder.Line> lines = new ArrayList<>(order.lines().size());
    for (NewInvoice.Line line : order.lines()) {
      Item item = goods.get(line.item());
      Money price = Money.of(line.unitPrice(), currency);
      lines.add(
          new SalesOrder.Line(
              lines.size() + 1,
              item.code(),
              item.name(),
              item.kind(),
              line.quantity(),
              Quantity.ZERO,
              Quantity.ZERO,
              price,
              price.times(line.quantity()).rounded(),
              none,
              none));
    }
    return lines;
  }
}
