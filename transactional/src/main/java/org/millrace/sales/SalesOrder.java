package org.millrace.sales;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.millrace.currency.DocumentCurrency;
import org.millrace.currency.ForeignLine;
import org.millrace.currency.ForeignOrder;
import org.millrace.dimension.DimensionValues;
import org.millrace.document.DocumentKind;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemKind;
import org.millrace.party.Party;
import org.millrace.party.Party.DispatchPriority;
import org.millrace.price.DocumentDiscount;
import org.millrace.sales.OrderStatus.Act;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.LocationCode;
import org.millrace.tax.TaxCodeName;

/**
 * A customer's order. Each act returns the order as it is afterwards; prices and costs are in the
 * currency of the company, what stands on an order in another one is told beside them. It names the
 * quotation it came from, the day on which the customer wants the goods and the location that they
 * leave from, if any; its priority says which of those wanted on one day gets goods first.
 */
public record SalesOrder(
    OrderNumber number,
    Customer customer,
    LocalDate orderDate,
    Currency currency,
    OrderStatus status,
    List<Line> lines,
    Money netAmount,
    Optional<QuotationNumber> quotation,
    Optional<LocalDate> requestedDate,
    @JsonInclude(JsonInclude.Include.NON_NULL) DispatchPriority priority,
    Optional<LocationCode> location,
    Optional<ForeignOrder> foreign,
    Optional<DocumentDiscount> documentDiscount) {
  /** Stored in sales.sales_order with its lines; numbered SO-000001. */
  public static final DocumentKind<SalesOrder> KIND =
      DocumentKind.of(SalesOrder.class, "sales", "order")
          .numbered("SO")
          .storedIn("sales.sales_order")
          .listed("sales-orders")
          .lines("lines", "sales.order_line", "number")
          .searched("number", "customer", "customer.name", "status")
          .inRegionOf(Party.KIND, "customer")
          .toldBy("sales-order", "number", SalesOrder::number)
          .steps(Act.values(), SalesOrder::refusal)
          .build();

  /** No line has a higher number. */
  public static final int LAST_LINE = 100_000;

  public SalesOrder {
    lines = List.copyOf(lines);
  }

  /**
   * One item of the order; net amount = quantity x unit price less the discount, and less its share
   * of that of the document. What is left of it can leave on the day promised, if one was.
   */
  public record Line(
      int line,
      ItemCode item,
      String itemName,
      ItemKind itemKind,
      Quantity quantity,
      Quantity deliveredQuantity,
      Quantity invoicedQuantity,
      Money unitPrice,
      Money netAmount,
      @Sensitive Money deliveredCost,
      @Sensitive Money invoicedCost,
      Optional<TaxCodeName> taxCode,
      Optional<BigDecimal> discountPercent,
      @JsonInclude(JsonInclude.Include.NON_NULL) NewInvoice.Origin origin,
      Optional<LocalDate> promisedDate,
      Optional<ForeignLine> foreign,
      Optional<DimensionValues> dimensions) {
    /** The same at prices in the currency of the company. */
    public static Line ordered(int line, Item item, NewInvoice.Line asked, Currency currency) {
      return ordered(line, item, asked, asked.amount(currency), DocumentCurrency.of(currency));
    }

    /** A line of which nothing is delivered yet; its net amount is in the currency of its price. */
    public static Line ordered(
        int line, Item item, NewInvoice.Line asked, Money net, DocumentCurrency currency) {
      Money none = Money.zero(currency.home());
      return new Line(
          line,
          item.code(),
          item.name(),
          item.kind(),
          asked.quantity(),
          Quantity.ZERO,
          Quantity.ZERO,
          currency.priceAtHome(asked.unitPrice()),
          currency.atHome(net),
          none,
          none,
          asked.taxCode(),
          asked.discountPercent(),
          asked.origin().of(item),
          Optional.empty(),
          currency.line(asked.unitPrice(), net),
          asked.dimensions());
    }

    /** What is still to be delivered. */
    public Quantity outstandingQuantity() {
      return quantity.minus(deliveredQuantity);
    }

    /** What was delivered and not yet invoiced. */
    public Quantity uninvoicedQuantity() {
      return deliveredQuantity.minus(invoicedQuantity);
    }

    /** The cost of what was delivered and not yet invoiced. */
    public Money uninvoicedCost() {
      return deliveredCost.minus(invoicedCost);
    }

    /**
     * The price of what was delivered and not yet invoiced, in the currency of the order's prices.
     * Differences of rounded totals, so that the parts of a line always add up: 3 at 0.335 in parts
     * of 1 are 0.34 + 0.33 + 0.34 = 1.01.
     */
    public Money uninvoicedAmount(Currency paper) {
      return until(deliveredQuantity, paper).minus(until(invoicedQuantity, paper));
    }

    /** The same of all that is not yet invoiced, delivered or not. */
    public Money leftAmount(Currency paper) {
      return until(quantity, paper).minus(until(invoicedQuantity, paper));
    }

    /** What the invoices of the line came to, before the discount of the document. */
    public Money invoicedAmount(Currency paper) {
      return until(invoicedQuantity, paper);
    }

    private Money until(Quantity some, Currency paper) {
      Money price = foreign.map(of -> Money.of(of.unitPrice(), paper)).orElse(unitPrice);
      return NewInvoice.Line.discounted(price.times(some), discountPercent).rounded();
    }

    /** The line as asked for, with what was delivered and invoiced of this one. */
    private Line changed(Line asked) {
      return asked.with(deliveredQuantity, invoicedQuantity, deliveredCost, invoicedCost);
    }

    private Line delivered(Quantity more, Money cost) {
      return with(
          deliveredQuantity.plus(more), invoicedQuantity, deliveredCost.plus(cost), invoicedCost);
    }

    Line dueAgain(Quantity back) {
      Quantity delivered = deliveredQuantity.minus(back);
      return with(delivered, invoicedQuantity.minus(back), deliveredCost, invoicedCost);
    }

    private Line invoiced() {
      return with(deliveredQuantity, deliveredQuantity, deliveredCost, deliveredCost);
    }

    private Line promised(Optional<LocalDate> day) {
      return with(deliveredQuantity, invoicedQuantity, deliveredCost, invoicedCost, day);
    }

    private Line with(Quantity delivered, Quantity billed, Money cost, Money billedCost) {
      return with(delivered, billed, cost, billedCost, promisedDate);
    }

    private Line with(
        Quantity delivered,
        Quantity invoiced,
        Money costDelivered,
        Money costInvoiced,
        Optional<LocalDate> promise) {
      return new Line(
          line,
          item,
          itemName,
          itemKind,
          quantity,
          delivered,
          invoiced,
          unitPrice,
          netAmount,
          costDelivered,
          costInvoiced,
          taxCode,
          discountPercent,
          origin,
          promise,
          foreign,
          dimensions);
    }
  }

  /** What a customer wants, when and from where; nothing of the lines is delivered yet. */
  public record Wanted(
      Customer customer,
      Optional<LocalDate> requestedDate,
      DispatchPriority priority,
      Optional<LocationCode> location,
      List<Line> lines,
      Optional<DocumentDiscount> documentDiscount) {
    public Wanted {
      lines = List.copyOf(lines);
    }

    private void requireSound(LocalDate orderDate, Problems problems) {
      problems.require(!lines.isEmpty(), "lines", "none", "at least one line");
      requestedDate.ifPresent(
          day ->
              problems.require(
                  !day.isBefore(orderDate),
                  "requestedDate",
                  day,
                  "a day not before the order date " + orderDate));
      Delivery.requireSound(lines, problems);
    }
  }

  /**
   * An order just placed.
   *
   * @throws Refused as invalid, with all that is wrong
   */
  public static SalesOrder placed(
      OrderNumber number,
      Wanted wanted,
      LocalDate orderDate,
      Currency currency,
      Optional<QuotationNumber> quotation) {
    Problems problems = new Problems();
    wanted.requireSound(orderDate, problems);
    problems.refuse("The order cannot be placed");
    return new SalesOrder(
        number,
        wanted.customer(),
        orderDate,
        currency,
        OrderStatus.OPEN,
        wanted.lines(),
        wanted.lines().stream().map(Line::netAmount).reduce(Money.zero(currency), Money::plus),
        quotation,
        wanted.requestedDate(),
        wanted.priority(),
        wanted.location(),
        Optional.empty(),
        wanted.documentDiscount());
  }

  /** The same with its lines in that currency. */
  public SalesOrder in(DocumentCurrency money) {
    return in(status, lines, money.order(lines.stream().map(Line::foreign).toList()));
  }

  /** What its prices are in. */
  public DocumentCurrency money() {
    return DocumentCurrency.of(currency, foreign);
  }

  /** The items of its lines. */
  public Set<ItemCode> items() {
    return lines.stream().map(Line::item).collect(Collectors.toSet());
  }

  /** The lines of which something is delivered and not yet invoiced. */
  public List<Line> uninvoicedLines() {
    return lines.stream().filter(line -> !line.uninvoicedQuantity().isZero()).toList();
  }

  /** Why an act is not possible now; empty when it is. */
  private Optional<String> refusal(Act act) {
    return status
        .refusal(act, KIND.titled(number))
        .or(
            () ->
                switch (act) {
                  case INVOICE -> Delivery.nothingToInvoice(this);
                  case CANCEL -> Delivery.notInvoicedYet(this);
                  default -> Optional.empty();
                });
  }

  /** Passes when money may be asked for before the goods are delivered. */
  public void requirePrepayable() {
    require(Act.PREPAY);
  }

  private void require(Act act) {
    Refused.conflictIf(refusal(act));
  }

  /**
   * The order of something else. A line keeps its number; what was delivered of it stays, so its
   * item and price stay and its quantity covers that.
   *
   * @throws Refused as conflict when nothing can be changed any more, as invalid otherwise
   */
  public SalesOrder changed(Wanted wanted) {
    return changed(wanted, money());
  }

  /** The same with its lines in that currency. */
  public SalesOrder changed(Wanted wanted, DocumentCurrency money) {
    require(Act.CHANGE);
    Problems problems = new Problems();
    wanted.requireSound(orderDate, problems);
    Map<Integer, Line> asked = new TreeMap<>();
    for (Line line : wanted.lines()) {
      boolean isNew = asked.put(line.line(), line) == null;
      problems.require(isNew, "lines.line", line.line(), "each line once");
    }
    List<Line> delivered =
        lines.stream().filter(line -> line.deliveredQuantity().isPositive()).toList();
    if (!delivered.isEmpty()) {
      Delivery.requireKept(this, wanted, money, problems);
    }
    delivered.forEach(line -> Delivery.requireCovers(asked.get(line.line()), line, problems));
    problems.refuse("Order " + number + " cannot be changed so");
    delivered.forEach(line -> asked.computeIfPresent(line.line(), (n, to) -> line.changed(to)));
    List<Line> after = List.copyOf(asked.values());
    Wanted next =
        new Wanted(
            wanted.customer(),
            wanted.requestedDate(),
            wanted.priority(),
            wanted.location(),
            after,
            wanted.documentDiscount());
    return placed(number, next, orderDate, currency, quotation)
        .in(money)
        .with(UnaryOperator.identity());
  }

  /**
   * Passes when these quantities may be delivered, by line.
   *
   * @throws Refused as conflict when the status does not allow it, as invalid otherwise
   */
  public void requireDeliverable(Map<Integer, Quantity> wanted) {
    require(Act.DELIVER);
    Problems problems = new Problems();
    problems.require(!wanted.isEmpty(), "lines", "none", "at least one line");
    Delivery.requireFits(lines, wanted, problems);
    problems.refuse("Order " + number + " cannot be delivered so");
  }

  /** The order after that delivery; the cost of each line in the order of its lines. */
  public SalesOrder delivered(Map<Integer, Quantity> quantities, Map<Integer, Money> costs) {
    Money none = Money.zero(currency);
    return with(
        l ->
            l.delivered(
                quantities.getOrDefault(l.line(), Quantity.ZERO),
                costs.getOrDefault(l.line(), none)));
  }

  /**
   * The order after all that was delivered is invoiced.
   *
   * @throws Refused as conflict when nothing is to be invoiced
   */
  public SalesOrder invoiced() {
    require(Act.INVOICE);
    return with(Line::invoiced);
  }

  /**
   * The order with all that is left promised for a day, if one is named.
   *
   * @throws Refused as conflict when nothing is left, as invalid when that day is over
   */
  public SalesOrder promised(Optional<LocalDate> day, LocalDate today) {
    require(Act.PROMISE);
    boolean over = day.filter(named -> named.isBefore(today)).isPresent();
    new Problems()
        .require(!over, "promisedDate", day.orElse(today), "a day not before " + today)
        .refuse("Order " + number + " cannot be promised");
    return with(l -> l.outstandingQuantity().isZero() ? l : l.promised(day));
  }

  /** The order with lines promised for these days; for none where none is known. */
  public SalesOrder promised(Map<Integer, Optional<LocalDate>> days) {
    return with(line -> line.promised(days.getOrDefault(line.line(), line.promisedDate())));
  }

  /**
   * The order given up; nothing further is delivered.
   *
   * @throws Refused as conflict when delivered goods wait for their invoice
   */
  public SalesOrder cancelled() {
    require(Act.CANCEL);
    return in(OrderStatus.CANCELLED, lines, foreign);
  }

  /**
   * The order wanted on another day, or at another priority.
   *
   * @throws Refused as conflict when nothing is left to deliver, as invalid when that day lies
   *     before the order date
   */
  public SalesOrder rescheduled(Optional<LocalDate> requested, DispatchPriority newPriority) {
    require(Act.RESCHEDULE);
    LocalDate day = requested.orElse(orderDate);
    new Problems()
        .require(
            !day.isBefore(orderDate),
            "requestedDate",
            day,
            "a day not before the order date " + orderDate)
        .refuse("Order " + number + " cannot be rescheduled");
    Wanted next = new Wanted(customer, requested, newPriority, location, lines, documentDiscount);
    return placed(number, next, orderDate, currency, quotation).in(status, lines, foreign);
  }

  /**
   * The order after its customer sent these back and wants others for them: they are to be
   * delivered and invoiced once more.
   *
   * @throws Refused as conflict when it is cancelled or did not invoice so much of an item
   */
  public SalesOrder dueAgain(Map<ItemCode, Quantity> back) {
    if (status == OrderStatus.CANCELLED) {
      throw Refused.conflict(
          ("Order %s is cancelled and delivers no replacement. Credit the invoice without one and"
                  + " place a new order.")
              .formatted(number));
    }
    return with(Delivery.dueAgain(this, back));
  }

  private SalesOrder with(UnaryOperator<Line> change) {
    return with(lines.stream().map(change).toList());
  }

  private SalesOrder with(List<Line> changed) {
    boolean delivered = changed.stream().allMatch(l -> l.outstandingQuantity().isZero());
    boolean billed = changed.stream().allMatch(l -> l.uninvoicedQuantity().isZero());
    OrderStatus next = billed ? OrderStatus.INVOICED : OrderStatus.DELIVERED;
    return in(delivered ? next : OrderStatus.OPEN, changed, foreign);
  }

  private SalesOrder in(OrderStatus next, List<Line> changed, Optional<ForeignOrder> told) {
    return new SalesOrder(
        number,
        customer,
        orderDate,
        currency,
        next,
        changed,
        netAmount,
        quotation,
        requestedDate,
        priority,
        location,
        told,
        documentDiscount);
  }
}
