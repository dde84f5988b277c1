package org.millrace.purchasing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.millrace.currency.AskedCurrency;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.ForeignLine;
import org.millrace.currency.ForeignOrder;
import org.millrace.dimension.DimensionValues;
import org.millrace.document.DocumentKind;
import org.millrace.item.ItemCode;
import org.millrace.purchasing.OrderStatus.Act;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/**
 * An order to a supplier. Each act returns the order as it is afterwards; quantities are in the
 * unit of the item, prices in the currency of the company.
 *
 * @param foreign the currency that it was placed in where that is another one, and the rate then
 */
public record PurchaseOrder(
    PurchaseOrderNumber number,
    Supplier supplier,
    LocalDate orderDate,
    LocalDate promisedDate,
    Currency currency,
    OrderStatus status,
    List<Line> lines,
    Money netAmount,
    Optional<Demand> demand,
    Optional<ForeignOrder> foreign) {
  /** Stored in purchasing.purchase_order with its lines; numbered PO-000001. */
  public static final DocumentKind<PurchaseOrder> KIND =
      DocumentKind.of(PurchaseOrder.class, "purchasing", "purchase-order")
          .numbered("PO")
          .lines("lines", "purchasing.order_line", "order_number")
          .searched("number", "supplier", "supplier.name", "status", "lines.item")
          .sorted("-orderDate")
          .steps(Act.values(), PurchaseOrder::refusal)
          .build();

  public PurchaseOrder {
    lines = List.copyOf(lines);
  }

  /** The same in another currency, at a rate; its lines tell their prices in it. */
  public PurchaseOrder abroad(Optional<AskedCurrency> money) {
    Optional<ForeignOrder> told =
        money.flatMap(
            asked ->
                asked
                    .rate()
                    .map(rate -> new ForeignOrder(asked.currency(), rate, foreignNet(lines))));
    return in(status, lines, told);
  }

  private static BigDecimal foreignNet(List<Line> lines) {
    return lines.stream()
        .flatMap(line -> line.foreign().stream())
        .map(ForeignLine::netAmount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whether its prices were agreed in that currency, which is not that of the company. */
  public boolean isPlacedIn(Currency other) {
    return foreign.filter(of -> of.currency().equals(other)).isPresent();
  }

  /** The same with the prices in the currency that it was placed in. */
  public PurchaseOrder asPlaced() {
    return foreign
        .map(of -> in(status, lines.stream().map(line -> line.placedIn(of.currency())).toList()))
        .orElse(this);
  }

  /** The items of its lines. */
  public Set<ItemCode> items() {
    return lines.stream().map(Line::item).collect(Collectors.toSet());
  }

  /**
   * One item of the order; the net amount is quantity x unit price, rounded to the currency.
   *
   * @param foreign what it is in the currency that the order was placed in
   * @param promised what the supplier promised last, where he confirmed the line
   * @param account where the cost of a service or expense item is booked; none for goods
   * @param origin what told its price where none was named, and the unit asked for
   */
  public record Line(
      int line,
      ItemCode item,
      String itemName,
      Quantity quantity,
      Quantity receivedQuantity,
      Quantity invoicedQuantity,
      Money unitPrice,
      Money netAmount,
      Optional<ForeignLine> foreign,
      Optional<DimensionValues> dimensions,
      Optional<Promised> promised,
      Optional<CostAccount> account,
      @JsonInclude(JsonInclude.Include.NON_NULL) NewPurchaseOrder.Origin origin) {
    public Line {
      new Problems()
          .require(quantity.isPositive(), "lines." + line + ".quantity", quantity, "more than 0")
          .require(
              !unitPrice.isNegative(),
              "lines." + line + ".unitPrice",
              unitPrice.amount(),
              "0 or more")
          .refuse("Line " + line + " of the purchase order cannot be used");
    }

    /** A line of which nothing has arrived yet. */
    public static Line ordered(
        int line, ItemCode item, String itemName, Quantity quantity, Money unitPrice) {
      return new Line(
          line,
          item,
          itemName,
          quantity,
          Quantity.ZERO,
          Quantity.ZERO,
          unitPrice,
          unitPrice.times(quantity).rounded(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          NewPurchaseOrder.Origin.NONE);
    }

    /** Whether it is of goods; else its receipt says that a service was performed. */
    public boolean isStocked() {
      return account.isEmpty();
    }

    /** The same of these dimensions, whose cost is booked to that account, from there. */
    public Line of(
        Optional<DimensionValues> named, Optional<CostAccount> cost, NewPurchaseOrder.Origin from) {
      return with(receivedQuantity, invoicedQuantity, unitPrice, netAmount, foreign, named)
          .telling(promised, cost, from);
    }

    /** The same at a price in the currency of the order. */
    public Line abroad(Money price) {
      Money net = price.times(quantity).rounded();
      ForeignLine told = new ForeignLine(price.amount(), net.amount(), Optional.empty());
      return with(
          receivedQuantity, invoicedQuantity, unitPrice, netAmount, Optional.of(told), dimensions);
    }

    private Line placedIn(Currency currency) {
      Money price = Money.of(foreign.map(ForeignLine::unitPrice).orElse(BigDecimal.ZERO), currency);
      Money net = price.times(quantity).rounded();
      return with(receivedQuantity, invoicedQuantity, price, net, foreign, dimensions);
    }

    /** What has not arrived. */
    public Quantity outstandingQuantity() {
      return quantity.minus(receivedQuantity).max(Quantity.ZERO);
    }

    /** The same with what the supplier promises newly. */
    Line promised(Promised newly) {
      return telling(Optional.of(newly), account, origin);
    }

    private Line telling(
        Optional<Promised> newly, Optional<CostAccount> cost, NewPurchaseOrder.Origin from) {
      return new Line(
          line,
          item,
          itemName,
          quantity,
          receivedQuantity,
          invoicedQuantity,
          unitPrice,
          netAmount,
          foreign,
          dimensions,
          newly,
          cost,
          from);
    }

    /** What was billed before it arrived. */
    public Quantity aheadQuantity() {
      return invoicedQuantity.minus(receivedQuantity).max(Quantity.ZERO);
    }

    /** How much of a billed quantity is goods that arrived and were not invoiced. */
    public Quantity ofReceived(Quantity billed) {
      return billed.min(uninvoicedQuantity());
    }

    /** What arrived and was not invoiced. */
    public Quantity uninvoicedQuantity() {
      return receivedQuantity.minus(invoicedQuantity).max(Quantity.ZERO);
    }

    /**
     * Value at the ordered price of the goods after the first {@code before} ones. Differences of
     * rounded totals, so that the parts of a line always add up: 3 at 0.335 in parts of 1 are 0.34
     * + 0.33 + 0.34 = 1.01.
     */
    public Money amountAfter(Quantity before, Quantity quantity) {
      Money until = unitPrice.times(before.plus(quantity)).rounded();
      return until.minus(unitPrice.times(before).rounded());
    }

    /**
     * The same at a rate of the order's currency: the amounts of parts in that currency, rounded,
     * at the rate.
     */
    public Money amountAfter(
        Quantity before, Quantity quantity, ForeignOrder placed, ExchangeRate rate) {
      Money price =
          Money.of(foreign.map(ForeignLine::unitPrice).orElse(BigDecimal.ZERO), placed.currency());
      Money until = price.times(before.plus(quantity)).rounded();
      Money part = until.minus(price.times(before).rounded());
      return rate.of(part.amount(), unitPrice.currency());
    }

    private Line received(Quantity arrived) {
      return having(receivedQuantity.plus(arrived), invoicedQuantity);
    }

    /** What is billed of the goods that went back is no longer billed of the order. */
    private Line returned(Quantity back) {
      Quantity billed = back.minus(uninvoicedQuantity()).max(Quantity.ZERO);
      return having(receivedQuantity.minus(back), invoicedQuantity.minus(billed));
    }

    private Line billed(Quantity more) {
      return having(receivedQuantity, invoicedQuantity.plus(more));
    }

    private Line having(Quantity received, Quantity invoiced) {
      return with(received, invoiced, unitPrice, netAmount, foreign, dimensions);
    }

    private Line with(
        Quantity came,
        Quantity billed,
        Money price,
        Money net,
        Optional<ForeignLine> told,
        Optional<DimensionValues> named) {
      return new Line(
          line, item, itemName, quantity, came, billed, price, net, told, named, promised, account,
          origin);
    }
  }

  /** What is ordered from whom, for which day. */
  public record Request(Supplier supplier, LocalDate promisedDate, List<Line> lines) {
    public Request {
      lines = List.copyOf(lines);
    }

    private void requireSound(LocalDate orderDate, String title) {
      new Problems()
          .require(!lines.isEmpty(), "lines", "none", "at least one line")
          .require(
              !promisedDate.isBefore(orderDate),
              "promisedDate",
              promisedDate,
              "not before the order date " + orderDate)
          .refuse(title);
    }
  }

  /** An order just placed. */
  public static PurchaseOrder placed(
      PurchaseOrderNumber number,
      LocalDate day,
      Currency currency,
      Request request,
      Optional<Demand> demand) {
    request.requireSound(day, "The purchase order cannot be placed");
    return new PurchaseOrder(
        number,
        request.supplier(),
        day,
        request.promisedDate(),
        currency,
        OrderStatus.OPEN,
        request.lines(),
        request.lines().stream().map(Line::netAmount).reduce(Money.zero(currency), Money::plus),
        demand,
        Optional.empty());
  }

  /** Why an act is not possible: by the status, or because goods that arrived forbid it. */
  public Optional<String> refusal(Act act) {
    return status.refusal(act, this);
  }

  /**
   * Passes when the act is possible.
   *
   * @throws Refused as conflict when it is not
   */
  public void require(Act act) {
    Refused.conflictIf(refusal(act));
  }

  /**
   * The order as it was meant.
   *
   * @throws Refused as conflict when it is not open or goods of it arrived
   */
  public PurchaseOrder changed(Request request) {
    require(Act.CHANGE);
    request.requireSound(orderDate, KIND.titled(number) + " cannot be changed so");
    return placed(number, orderDate, currency, request, demand);
  }

  /** The order with what its supplier promises newly, by line. */
  public PurchaseOrder promised(Map<Integer, Promised> newly) {
    require(Act.CONFIRM);
    return with(
        line -> Optional.ofNullable(newly.get(line.line())).map(line::promised).orElse(line));
  }

  /** The day for which its supplier promised a line last; that of the order until he confirms. */
  public LocalDate promisedFor(Line line) {
    return line.promised().map(Promised::date).orElse(promisedDate);
  }

  boolean hasNothingArrived() {
    return lines.stream().allMatch(l -> l.receivedQuantity().isZero());
  }

  /**
   * The order after these quantities arrived, by line.
   *
   * @throws Refused when its status does not allow it or more arrives than is outstanding
   */
  public PurchaseOrder received(Map<Integer, Quantity> arrived) {
    return received(arrived, ordered -> ordered);
  }

  /**
   * The same, where more may come than was ordered.
   *
   * @param most how much may come of an ordered quantity
   */
  public PurchaseOrder received(Map<Integer, Quantity> arrived, UnaryOperator<Quantity> most) {
    require(Act.RECEIVE);
    Problems problems = linesNamed(arrived);
    for (Line line : lines) {
      Quantity quantity = arrived.getOrDefault(line.line(), Quantity.ZERO);
      Quantity left = most.apply(line.quantity()).minus(line.receivedQuantity());
      problems.require(
          quantity.compareTo(left.max(Quantity.ZERO)) <= 0,
          "lines." + line.line() + ".quantity",
          quantity,
          "at most %s: %s ordered, %s received before"
              .formatted(left.max(Quantity.ZERO), line.quantity(), line.receivedQuantity()));
    }
    problems.refuse("Purchase order " + number + " cannot be received");
    return with(l -> l.received(arrived.getOrDefault(l.line(), Quantity.ZERO)));
  }

  /**
   * The order after these quantities went back to the supplier, by line; it waits for them again
   * unless what was missing before is given up.
   *
   * @throws Refused when its status does not allow it or more goes back than arrived
   */
  public PurchaseOrder returned(Map<Integer, Quantity> back) {
    require(Act.RETURN);
    Problems problems = linesNamed(back);
    for (Line line : lines) {
      Quantity quantity = back.getOrDefault(line.line(), Quantity.ZERO);
      problems.require(
          quantity.compareTo(line.receivedQuantity()) <= 0,
          "lines." + line.line() + ".quantity",
          quantity,
          "at most the %s that came".formatted(line.receivedQuantity()));
    }
    problems.refuse("Goods of purchase order " + number + " cannot be sent back");
    boolean isWhole = lines.stream().noneMatch(l -> l.outstandingQuantity().isPositive());
    List<Line> changed =
        lines.stream().map(l -> l.returned(back.getOrDefault(l.line(), Quantity.ZERO))).toList();
    return in(isWhole ? OrderStatus.OPEN : statusOf(changed), changed);
  }

  /**
   * The order after the supplier billed these quantities, by line. What may be billed at which
   * price is decided by the match before; no more counts as invoiced than arrived.
   */
  public PurchaseOrder invoiced(Map<Integer, Quantity> billed) {
    require(Act.INVOICE);
    linesNamed(billed).refuse("Purchase order " + number + " cannot be invoiced");
    return with(l -> l.billed(l.ofReceived(billed.getOrDefault(l.line(), Quantity.ZERO))));
  }

  /**
   * The order after bills of these quantities, by line; what did not arrive is billed ahead of it.
   * Below 0 for bills that are taken back.
   */
  public PurchaseOrder billed(Map<Integer, Quantity> quantities) {
    List<Line> changed =
        lines.stream()
            .map(l -> l.billed(quantities.getOrDefault(l.line(), Quantity.ZERO)))
            .toList();
    return in(statusOf(changed), changed);
  }

  /**
   * The order after all that has not arrived was given up: cancelled when nothing had arrived, else
   * received with less than ordered.
   */
  public PurchaseOrder cancelled() {
    require(Act.CANCEL);
    boolean allBilled = lines.stream().allMatch(l -> l.uninvoicedQuantity().isZero());
    OrderStatus shortened = allBilled ? OrderStatus.INVOICED : OrderStatus.RECEIVED;
    return in(hasNothingArrived() ? OrderStatus.CANCELLED : shortened, lines);
  }

  /** The line of that number. */
  public Optional<Line> line(int wanted) {
    return lines.stream().filter(l -> l.line() == wanted).findFirst();
  }

  private Problems linesNamed(Map<Integer, Quantity> byLine) {
    Problems problems = new Problems();
    problems.require(!byLine.isEmpty(), "lines", "none", "at least one line");
    byLine.forEach(
        (line, quantity) ->
            problems
                .require(
                    line(line).isPresent(),
                    "lines.line",
                    line,
                    "a line of the order, 1 to " + lines.get(lines.size() - 1).line())
                .require(
                    quantity.isPositive(), "lines." + line + ".quantity", quantity, "more than 0"));
    return problems;
  }

  private PurchaseOrder with(UnaryOperator<Line> change) {
    List<Line> changed = lines.stream().map(change).toList();
    return in(statusOf(changed), changed);
  }

  private OrderStatus statusOf(List<Line> changed) {
    boolean expected =
        status == OrderStatus.OPEN
            && changed.stream().anyMatch(l -> l.outstandingQuantity().isPositive());
    boolean billed = changed.stream().allMatch(l -> l.uninvoicedQuantity().isZero());
    if (expected) {
      return OrderStatus.OPEN;
    }
    return billed ? OrderStatus.INVOICED : OrderStatus.RECEIVED;
  }

  private PurchaseOrder in(OrderStatus next, List<Line> changed) {
    return in(next, changed, foreign);
  }

  private PurchaseOrder in(OrderStatus next, List<Line> changed, Optional<ForeignOrder> told) {
    return new PurchaseOrder(
        number,
        supplier,
        orderDate,
        promisedDate,
        currency,
        next,
        changed,
        netAmount,
        demand,
        told);
  }
}
