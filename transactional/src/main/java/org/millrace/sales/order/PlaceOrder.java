package org.millrace.sales.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.millrace.currency.DocumentCurrency;
import org.millrace.currency.ExchangeRate;
import org.millrace.dimension.DimensionValues;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.party.Party.DispatchPriority;
import org.millrace.party.PartyCode;
import org.millrace.price.DocumentDiscount;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.OrderCancelled;
import org.millrace.sales.OrderNumber;
import org.millrace.sales.OrderPlaced;
import org.millrace.sales.QuotationNumber;
import org.millrace.sales.SalesOrder;
import org.millrace.sales.master.AgreedCurrency;
import org.millrace.sales.master.AskedLine;
import org.millrace.sales.master.FillLines;
import org.millrace.sales.master.LessDiscount;
import org.millrace.sales.master.SalesMasters;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Unit;
import org.millrace.stock.LocationCode;
import org.millrace.tax.TaxCodeName;

/**
 * Places orders of registered customers for registered items, changes them and gives them up.
 * Prices in another currency than the company's are worth what they are at the rate of the day of
 * the order.
 */
public final class PlaceOrder {
  private final Documents<SalesOrder> orders;
  private final SalesMasters masters;
  private final FillLines fill;
  private final PromiseLines promise;
  private final AgreedCurrency currencies;

  PlaceOrder(
      Documents<SalesOrder> orders,
      SalesMasters masters,
      FillLines fill,
      PromiseLines promise,
      AgreedCurrency currencies) {
    this.currencies = currencies;
    this.orders = orders;
    this.masters = masters;
    this.fill = fill;
    this.promise = promise;
  }

  /** A line as it is to be; without a number it is a new one. */
  record ChangedLine(
      Optional<Integer> line,
      ItemCode item,
      Quantity quantity,
      Optional<Unit> unit,
      @Amount(in = "currency") Optional<BigDecimal> unitPrice,
      Optional<TaxCodeName> taxCode,
      Optional<BigDecimal> discountPercent,
      Optional<DimensionValues> dimensions) {
    private AskedLine asked() {
      return new AskedLine(item, quantity, unit, unitPrice, taxCode, discountPercent, dimensions);
    }
  }

  /** An order as it is to be. */
  record Changed(
      PartyCode customer,
      Optional<LocalDate> requestedDate,
      Optional<LocationCode> location,
      Optional<BigDecimal> documentDiscountPercent,
      List<ChangedLine> lines,
      Optional<Currency> currency,
      Optional<ExchangeRate> rate,
      Optional<DispatchPriority> priority,
      Optional<Instant> occurredAt) {
    private AgreedCurrency.Asked money() {
      return new AgreedCurrency.Asked(currency, rate);
    }
  }

  /**
   * What is asked for, in which currency and at which discount in percent of the whole, the
   * quotation taken, the day wanted and at which priority, and where from.
   */
  public record Asked(
      List<AskedLine> lines,
      AgreedCurrency.Asked money,
      Optional<QuotationNumber> quotation,
      Optional<LocalDate> requestedDate,
      Optional<DispatchPriority> priority,
      Optional<LocationCode> location,
      Optional<BigDecimal> documentDiscountPercent) {
    public Asked {
      lines = List.copyOf(lines);
    }
  }

  /** Places one order in the currency that is named or agreed with the customer. */
  public Versioned<SalesOrder> place(
      CompanyCode company, PartyCode customer, Asked asked, Instant occurredAt) {
    String title = "The order cannot be placed";
    LocalDate day = masters.dayOf(company, occurredAt);
    DocumentCurrency money = currencies.of(company, customer, asked.money(), day, title);
    FillLines.By by = new FillLines.By(company, customer, occurredAt, Optional.of(money.paper()));
    NewOrder order =
        new NewOrder(
            customer,
            fill.filled(by, asked.lines(), title),
            asked.quotation(),
            asked.requestedDate(),
            asked.priority(),
            asked.location(),
            DocumentDiscount.asked(asked.documentDiscountPercent(), title),
            money.abroad());
    return place(company, order, occurredAt);
  }

  /**
   * Places one order of what is asked for in the currency of the company; a line without a price
   * has that of the price lists.
   */
  public Versioned<SalesOrder> place(
      FillLines.By by,
      List<AskedLine> lines,
      Optional<LocalDate> requestedDate,
      Optional<LocationCode> location) {
    List<NewInvoice.Line> filled = fill.filled(by, lines, "The order cannot be placed");
    NewOrder order = new NewOrder(by.customer(), filled, Optional.empty(), requestedDate, location);
    return place(by.company(), order, by.occurredAt());
  }

  /** Places one order. */
  public Versioned<SalesOrder> place(CompanyCode company, NewOrder asked, Instant occurredAt) {
    SalesMasters.Found found = masters.find(company, asked.customer(), asked.lines());
    String title = "The order cannot be placed";
    requireKnown(found, asked.customer(), asked.lines(), title);
    masters.requireLocation(company, asked.location(), title);
    masters.requireOrderable(company, asked.lines(), Set.of(), title);
    DocumentCurrency money = new DocumentCurrency(found.company().currency(), asked.money());
    LessDiscount less = less(asked.documentDiscount(), asked.lines(), money);
    List<Money> nets = less.nets();
    List<SalesOrder.Line> lines = new ArrayList<>(asked.lines().size());
    for (NewInvoice.Line line : asked.lines()) {
      Money net = nets.get(lines.size());
      lines.add(SalesOrder.Line.ordered(lines.size() + 1, item(line, found), line, net, money));
    }
    LocalDate day = found.company().dayOf(occurredAt);
    SalesOrder.Wanted wanted =
        new SalesOrder.Wanted(
            found.customer(asked.customer()),
            asked.requestedDate(),
            asked.priority().orElseGet(() -> found.priority(asked.customer())),
            asked.location(),
            lines,
            less.told());
    OrderNumber number = new OrderNumber(orders.nextNumber(company, day));
    SalesOrder placed =
        SalesOrder.placed(number, wanted, day, money.home(), asked.quotation()).in(money);
    return orders.make(company, promise.open(company, placed, day), occurredAt, OrderPlaced::new);
  }

  Versioned<SalesOrder> change(Versioned<SalesOrder> before, Changed asked, Instant occurredAt) {
    String title = SalesOrder.KIND.titled(before.document().number()) + " cannot be changed so";
    SalesOrder order = before.document();
    DocumentCurrency money =
        currencies.of(before.company(), order.money(), asked.money(), order.orderDate(), title);
    FillLines.By by =
        new FillLines.By(
            before.company(), asked.customer(), occurredAt, Optional.of(money.paper()));
    List<NewInvoice.Line> named =
        fill.filled(by, asked.lines().stream().map(ChangedLine::asked).toList(), title);
    SalesMasters.Found found = masters.find(before.company(), asked.customer(), named);
    LocalDate day = found.company().dayOf(occurredAt);
    requireKnown(found, asked.customer(), named, title);
    masters.requireLocation(before.company(), asked.location(), title);
    masters.requireOrderable(before.company(), named, order.items(), title);
    int used = order.lines().stream().mapToInt(SalesOrder.Line::line).max().orElse(0);
    LessDiscount less =
        less(DocumentDiscount.asked(asked.documentDiscountPercent(), title), named, money);
    List<Money> nets = less.nets();
    List<SalesOrder.Line> lines = new ArrayList<>(asked.lines().size());
    for (ChangedLine line : asked.lines()) {
      int number = line.line().isPresent() ? line.line().get() : ++used;
      NewInvoice.Line one = named.get(lines.size());
      Money net = nets.get(lines.size());
      lines.add(SalesOrder.Line.ordered(number, item(one, found), one, net, money));
    }
    SalesOrder.Wanted wanted =
        new SalesOrder.Wanted(
            found.customer(asked.customer()),
            asked.requestedDate(),
            asked.priority().orElse(order.priority()),
            asked.location(),
            lines,
            less.told());
    SalesOrder changed = order.changed(wanted, money);
    return orders.change(
        before, promise.open(before.company(), changed, day), occurredAt, OrderChanged::new);
  }

  private static void requireKnown(
      SalesMasters.Found found, PartyCode customer, List<NewInvoice.Line> lines, String title) {
    Problems problems = new Problems();
    found.require(customer, lines, problems);
    problems.refuse(title);
  }

  private static LessDiscount less(
      Optional<BigDecimal> percent, List<NewInvoice.Line> lines, DocumentCurrency money) {
    return new LessDiscount(
        percent, lines.stream().map(line -> line.amount(money.paper())).toList(), money);
  }

  private static Item item(NewInvoice.Line line, SalesMasters.Found found) {
    return Objects.requireNonNull(found.items().get(line.item()));
  }

  /** Moves what is left to deliver to another day that the customer wants, or another priority. */
  Versioned<SalesOrder> reschedule(
      Versioned<SalesOrder> before,
      Optional<LocalDate> requested,
      Optional<DispatchPriority> priority,
      Instant occurredAt) {
    SalesOrder order = before.document();
    new Problems()
        .require(
            requested.isPresent() || priority.isPresent(),
            "requestedDate",
            "",
            "a day, or a priority, or both")
        .refuse("Order " + order.number() + " cannot be rescheduled");
    SalesOrder after =
        order.rescheduled(requested.or(order::requestedDate), priority.orElse(order.priority()));
    LocalDate day = masters.dayOf(before.company(), occurredAt);
    return orders.change(
        before, promise.open(before.company(), after, day), occurredAt, OrderRescheduled::new);
  }

  /**
   * Promises what is left to deliver anew: all lines on a day that is named, else as can be had.
   */
  Versioned<SalesOrder> promise(
      Versioned<SalesOrder> before, Optional<LocalDate> promisedDate, Instant occurredAt) {
    LocalDate day = masters.dayOf(before.company(), occurredAt);
    SalesOrder named = before.document().promised(promisedDate, day);
    SalesOrder after =
        promisedDate.isPresent() ? named : promise.open(before.company(), named, day);
    return orders.change(before, after, occurredAt, OrderChanged::new);
  }

  /** Gives up what was not delivered. */
  Versioned<SalesOrder> cancel(Versioned<SalesOrder> before, Instant occurredAt) {
    return orders.change(before, before.document().cancelled(), occurredAt, OrderCancelled::new);
  }
}
