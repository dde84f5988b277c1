package org.millrace.purchasing.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
  private final Terms terms;

  PlaceOrder(
      Documents<PurchaseOrder> orders,
      Companies companies,
      Parties parties,
      Items items,
      Terms terms) {
    this.terms = terms;
    this.orders = orders;
    this.companies = companies;
    this.parties = parties;
    this.items = items;
  }

  /** What an order is placed by: rates of its currency, accounts of its costs, prices. */
  record Terms(Rates rates, CostAccounts accounts, ProposePrices prices) {}

  /** A line in the item's own unit, at a price of one of that unit where one is known. */
  private record Own(
      int number,
      NewPurchaseOrder.Line asked,
      Item item,
      Optional<ItemUnit> unit,
      Quantity quantity,
      Optional<AgreedPrices.Agreed> price) {
    AgreedPrices.Goods goods() {
      return new AgreedPrices.Goods(
          item.code(), unit.map(ItemUnit::unit).filter(named -> !named.equals(item.unit())));
    }

    Own at(Optional<AgreedPrices.Agreed> proposed) {
      return new Own(number, asked, item, unit, quantity, proposed);
    }

    /** At that price where none is known, of one of the item's own unit. */
    Own orAt(@Nullable BigDecimal otherwise) {
      return price.isPresent() || otherwise == null
          ? this
          : at(Optional.of(new AgreedPrices.Agreed(otherwise, NewPurchaseOrder.Origin.NONE)));
    }

    /** What told the price, and the unit asked for. */
    NewPurchaseOrder.Origin origin() {
      NewPurchaseOrder.Origin from =
          price.map(AgreedPrices.Agreed::origin).orElse(NewPurchaseOrder.Origin.NONE);
      return goods().unit().map(named -> from.in(named, asked.quantity())).orElse(from);
    }
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
        request(
            before.company(),
            wanted.promisedElse(order.promisedDate()),
            money,
            order.orderDate(),
            title);
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
                        terms
                            .rates()
                            .rate(
                                company,
                                money.rate(),
                                new Rates.Wanted(money.currency(), home, day)))));
  }

  private PurchaseOrder.Request request(
      CompanyCode company,
      NewPurchaseOrder wanted,
      Optional<AskedCurrency> money,
      LocalDate day,
      String title) {
    Party supplier = parties.named(company, wanted.supplier());
    return new PurchaseOrder.Request(
        Supplier.of(supplier),
        wanted.promisedDate().orElse(day),
        lines(company, wanted, supplier, new Paper(money, day), title).stream()
            .map(
                line ->
                    money
                        .map(of -> abroad(line, of))
                        .orElse(line)
                        .of(line.dimensions(), line.account(), line.origin()))
            .toList());
  }

  /** In which currency an order is placed, where that is not the company's, and on which day. */
  private record Paper(Optional<AskedCurrency> money, LocalDate day) {}

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
      CompanyCode company, NewPurchaseOrder wanted, Party supplier, Paper paper, String title) {
    Currency currency = companies.named(company).currency();
    Map<ItemCode, Item> known = items.named(company, wanted.items());
    Problems problems = new Problems();
    problems.require(
        supplier.actsAs(Role.SUPPLIER),
        "supplier",
        supplier.code(),
        "a party with the role supplier");
    List<Own> own = new ArrayList<>();
    int number = 0;
    for (NewPurchaseOrder.Line line : wanted.lines()) {
      number++;
      Item item = known.get(line.item());
      if (item == null) {
        problems.add(field(number, "item"), line.item(), "a registered item");
      } else {
        own.add(own(number, line, item, currency, problems));
      }
    }
    AgreedPrices.Deal deal =
        new AgreedPrices.Deal(
            supplier.code(),
            paper.money().map(AskedCurrency::currency).orElse(currency),
            paper.day());
    List<PurchaseOrder.Line> lines =
        priced(company, supplier, deal, own).stream()
            .map(line -> line.orAt(wanted.otherwise().get(line.item().code())))
            .map(line -> ordered(line, currency, problems))
            .toList();
    requireUsable(company, lines, problems);
    problems.refuse(title);
    return lines;
  }

  /** With the prices that are known where none was named. */
  private List<Own> priced(
      CompanyCode company, Party supplier, AgreedPrices.Deal deal, List<Own> lines) {
    List<ProposePrices.Asked> open =
        lines.stream()
            .filter(line -> line.price().isEmpty())
            .map(line -> new ProposePrices.Asked(line.goods(), line.quantity()))
            .toList();
    Iterator<Optional<AgreedPrices.Agreed>> found =
        terms.prices().of(company, supplier, deal, open).iterator();
    List<Own> priced = new ArrayList<>(lines.size());
    for (Own line : lines) {
      priced.add(line.price().isPresent() ? line : line.at(found.next()));
    }
    return priced;
  }

  private static PurchaseOrder.Line ordered(Own line, Currency currency, Problems problems) {
    problems.require(
        line.price().isPresent(),
        field(line.number(), "unitPrice"),
        "",
        "a price: no purchase price list has one for this supplier, quantity, currency and day, and"
            + " no order to him says one for this unit");
    BigDecimal price = line.price().map(AgreedPrices.Agreed::unitPrice).orElse(BigDecimal.ZERO);
    return PurchaseOrder.Line.ordered(
            line.number(),
            line.item().code(),
            line.item().name(),
            line.quantity(),
            Money.of(price, currency))
        .of(
            line.asked().dimensions(),
            account(line.number(), line.asked(), line.item(), problems),
            line.origin());
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
    List<CostAccount> usable = terms.accounts().usable(company, asked);
    for (PurchaseOrder.Line line : lines) {
      problems.require(
          line.account().filter(one -> !usable.contains(one)).isEmpty(),
          field(line.line(), "account"),
          line.account().map(CostAccount::value).orElse(""),
          "an account of the chart that documents alone do not move");
    }
  }

  /** Orders keep all in the item's own unit: 2,000 g at 0.025 are 2 kg at 25. */
  private static Own own(
      int number, NewPurchaseOrder.Line line, Item item, Currency currency, Problems problems) {
    Unit named = line.unit().orElse(item.unit());
    Optional<ItemUnit> unit = item.unit(named);
    Optional<Quantity> exact = unit.flatMap(known -> known.inOwn(line.quantity()));
    Quantity quantity = exact.orElse(line.quantity());
    Optional<BigDecimal> price =
        line.unitPrice().map(asked -> unit.map(known -> known.priceOfOwn(asked)).orElse(asked));
    Optional<Money> all = line.unitPrice().map(asked -> worth(asked, currency, line.quantity()));
    problems
        .require(unit.isPresent(), field(number, "unit"), named, "one of the item's units")
        .require(
            unit.isEmpty() || exact.isPresent(),
            field(number, "quantity"),
            line.quantity(),
            "a quantity that 4 decimals of " + item.unit() + " hold exactly")
        .require(
            exact.isEmpty() || price.map(own -> worth(own, currency, quantity)).equals(all),
            field(number, "unitPrice"),
            line.unitPrice().map(BigDecimal::toPlainString).orElse(""),
            "a price that comes to the same in the item's own unit");
    return new Own(
        number,
        line,
        item,
        unit,
        quantity,
        price.map(own -> new AgreedPrices.Agreed(own, NewPurchaseOrder.Origin.NONE)));
  }

  private static Money worth(BigDecimal price, Currency currency, Quantity quantity) {
    return Money.of(price, currency).times(quantity).rounded();
  }

  private static String field(int line, String name) {
    return "lines." + line + "." + name;
  }
}
