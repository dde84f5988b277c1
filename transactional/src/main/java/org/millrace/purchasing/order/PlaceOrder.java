package org.millrace.purchasing.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.currency.AskedCurrency;
import org.millrace.currency.Rates;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemUnit;
import org.millrace.item.Items;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.Role;
import org.millrace.purchasing.CostAccount;
import org.millrace.purchasing.NewPurchaseOrder;
import org.millrace.purchasing.OrderChanged;
import org.millrace.purchasing.OrderPlaced;
import org.millrace.purchasing.OrderStatus;
import org.millrace.purchasing.OrderStatus.Act;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Supplier;
import org.millrace.purchasing.invoice.CostAccounts;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.shared.Unit;
import org.millrace.shared.UnitPrice;

/**
 * Orders goods, services and expense items from a supplier, corrects orders and gives them up.
 * Prices in another currency than the company's are converted at the rate of the day of the order.
 */
final class PlaceOrder {
  private final Documents<PurchaseOrder> orders;
  private final Companies companies;
  private final Parties parties;
  private final Items items;
  private final Rates rates;
  private final CostAccounts accounts;

  PlaceOrder(
      Documents<PurchaseOrder> orders,
      Companies companies,
      Parties parties,
      Items items,
      Rates rates,
      CostAccounts accounts) {
    this.rates = rates;
    this.accounts = accounts;
    this.orders = orders;
    this.companies = companies;
    this.parties = parties;
    this.items = items;
  }

  Versioned<PurchaseOrder> place(CompanyCode company, NewPurchaseOrder wanted, Instant occurredAt) {
    Company books = companies.named(company);
    LocalDate today = books.dayOf(occurredAt);
    String title = "The purchase order cannot be placed";
    items.requireOrderable(company, wanted.items(), Set.of(), title);
    Optional<AskedCurrency> money = money(company, wanted.money(), today);
    PurchaseOrder.Request request = request(company, wanted, money, today, title);
    PurchaseOrder order =
        PurchaseOrder.placed(
                new PurchaseOrderNumber(orders.nextNumber(company, today)),
                today,
                books.currency(),
                request,
                wanted.demand())
            .abroad(money);
    return orders.make(company, order, occurredAt, OrderPlaced::new);
  }

  /** The order with supplier and lines as wanted, for the day it had if no other is named. */
  Versioned<PurchaseOrder> change(
      Versioned<PurchaseOrder> before, NewPurchaseOrder wanted, Instant occurredAt) {
    PurchaseOrder order = before.document();
    order.require(Act.CHANGE);
    String title = PurchaseOrder.KIND.titled(order.number()) + " cannot be changed so";
    items.requireOrderable(before.company(), wanted.items(), order.items(), title);
    Optional<AskedCurrency> money =
        wanted.money().isPresent()
            ? money(before.company(), wanted.money(), order.orderDate())
            : order.foreign().map(of -> new AskedCurrency(of.currency(), Optional.of(of.rate())));
    PurchaseOrder.Request request =
        request(before.company(), wanted, money, order.promisedDate(), title);
    return orders.change(
        before, order.changed(request).abroad(money), occurredAt, OrderChanged::new);
  }

  /** Gives up what has not arrived. */
  Versioned<PurchaseOrder> cancel(
      Versioned<PurchaseOrder> before, String reason, Instant occurredAt) {
    return orders.change(
        before,
        before.document().cancelled(),
        occurredAt,
        (head, after) -> new OrderCancelled(head, after, reason));
  }

  /** Gives the whole order up, unless that was done before. */
  void withdraw(Versioned<PurchaseOrder> before, String reason, Instant occurredAt) {
    if (before.document().status() == OrderStatus.CANCELLED) {
      return;
    }
    if (cancel(before, reason, occurredAt).document().status() != OrderStatus.CANCELLED) {
      throw Refused.conflict(
          "%s cannot be given up as a whole: goods of it have arrived."
              .formatted(PurchaseOrder.KIND.titled(before.document().number())));
    }
  }

  /** A currency that is not the company's, with its rate on that day where none is named. */
  private Optional<AskedCurrency> money(
      CompanyCode company, Optional<AskedCurrency> asked, LocalDate day) {
    Currency home = companies.named(company).currency();
    return asked
        .filter(money -> !money.currency().equals(home))
        .map(
            money ->
                new AskedCurrency(
                    money.currency(),
                    Optional.of(
                        rates.rate(
                            company,
                            money.rate(),
                            new Rates.Wanted(money.currency(), home, day)))));
  }

  private PurchaseOrder.Request request(
      CompanyCode company,
      NewPurchaseOrder wanted,
      Optional<AskedCurrency> money,
      LocalDate byDefault,
      String title) {
    Party supplier = parties.named(company, wanted.supplier());
    return new PurchaseOrder.Request(
        Supplier.of(supplier),
        wanted.promisedDate().orElse(byDefault),
        lines(company, wanted, supplier, title).stream()
            .map(
                line ->
                    money
                        .map(of -> abroad(line, of))
                        .orElse(line)
                        .of(line.dimensions())
                        .on(line.account()))
            .toList());
  }

  /** The line whose price is in another currency, with what it is worth. */
  private static PurchaseOrder.Line abroad(PurchaseOrder.Line line, AskedCurrency money) {
    BigDecimal price = line.unitPrice().amount();
    BigDecimal worth =
        money
            .rate()
            .orElseThrow()
            .unrounded(price)
            .setScale(UnitPrice.DECIMALS, RoundingMode.HALF_UP);
    return PurchaseOrder.Line.ordered(
            line.line(),
            line.item(),
            line.itemName(),
            line.quantity(),
            Money.of(worth, line.unitPrice().currency()))
        .abroad(Money.of(price, money.currency()));
  }

  private List<PurchaseOrder.Line> lines(
      CompanyCode company, NewPurchaseOrder wanted, Party supplier, String title) {
    Currency currency = companies.named(company).currency();
    Map<ItemCode, Item> known =
        items.named(company, wanted.lines().stream().map(NewPurchaseOrder.Line::item).toList());
    Problems problems = new Problems();
    problems.require(
        supplier.actsAs(Role.SUPPLIER),
        "supplier",
        supplier.code(),
        "a party with the role supplier");
    List<PurchaseOrder.Line> lines = new ArrayList<>();
    int number = 0;
    for (NewPurchaseOrder.Line line : wanted.lines()) {
      number++;
      Item item = known.get(line.item());
      if (item == null) {
        problems.add(field(number, "item"), line.item(), "a registered item");
      } else {
        lines.add(
            inOwnUnit(number, line, item, currency, problems)
                .of(line.dimensions())
                .on(account(number, line, item, problems)));
      }
    }
    requireUsable(company, lines, problems);
    problems.refuse(title);
    return lines;
  }

  /** Where it is booked: goods are cost of the stock, all else is an expense. */
  private static Optional<CostAccount> account(
      int number, NewPurchaseOrder.Line line, Item item, Problems problems) {
    problems.require(
        line.account().isEmpty() || !item.isStocked(),
        field(number, "account"),
        line.account().map(CostAccount::value).orElse(""),
        "no account for an item that is kept in stock");
    return item.isStocked()
        ? Optional.empty()
        : Optional.of(line.account().orElse(CostAccount.EXPENSES));
  }

  private void requireUsable(
      CompanyCode company, List<PurchaseOrder.Line> lines, Problems problems) {
    List<CostAccount> asked = lines.stream().flatMap(line -> line.account().stream()).toList();
    if (asked.isEmpty()) {
      return;
    }
    List<CostAccount> usable = accounts.usable(company, asked);
    for (PurchaseOrder.Line line : lines) {
      problems.require(
          line.account().filter(one -> !usable.contains(one)).isEmpty(),
          field(line.line(), "account"),
          line.account().map(CostAccount::value).orElse(""),
          "an account of the chart that documents alone do not move");
    }
  }

  /** Orders keep all in the item's own unit: 2,000 g at 0.025 are 2 kg at 25. */
  private static PurchaseOrder.Line inOwnUnit(
      int number, NewPurchaseOrder.Line line, Item item, Currency currency, Problems problems) {
    Unit named = line.unit().orElse(item.unit());
    Optional<ItemUnit> unit = item.unit(named);
    Optional<Quantity> exact = unit.flatMap(known -> known.inOwn(line.quantity()));
    BigDecimal price =
        unit.map(known -> known.priceOfOwn(line.unitPrice())).orElse(line.unitPrice());
    Quantity quantity = exact.orElse(line.quantity());
    Money all = Money.of(line.unitPrice(), currency).times(line.quantity()).rounded();
    problems
        .require(unit.isPresent(), field(number, "unit"), named, "one of the item's units")
        .require(
            unit.isEmpty() || exact.isPresent(),
            field(number, "quantity"),
            line.quantity(),
            "a quantity that 4 decimals of " + item.unit() + " hold exactly")
        .require(
            exact.isEmpty() || Money.of(price, currency).times(quantity).rounded().equals(all),
            field(number, "unitPrice"),
            line.unitPrice(),
            "a price that comes to the same in the item's own unit");
    return PurchaseOrder.Line.ordered(
        number, item.code(), item.name(), quantity, Money.of(price, currency));
  }

  private static String field(int line, String name) {
    return "lines." + line + "." + name;
  }
}
