package org.millrace.purchasing.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.Rates;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.purchasing.OrderReceived;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.Receipt;
import org.millrace.purchasing.match.ClearGoods;
import org.millrace.purchasing.match.Clearing;
import org.millrace.purchasing.match.Expenses;
import org.millrace.purchasing.receipt.ReceivedGoods;
import org.millrace.purchasing.tolerance.Tolerances;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.stock.LotShares;
import org.millrace.stock.MoveReason;
import org.millrace.stock.Stock;

/** Takes goods of an order into stock at the ordered price, all or in part. */
final class ReceiveGoods {
  private static final int COST_DECIMALS = 8;

  private final Companies companies;
  private final Documents<PurchaseOrder> orders;
  private final Documents<ReceivedGoods> receipts;
  private final Stock stock;
  private final ClearGoods clear;
  private final OrderTerms terms;

  /** By what goods of an order are received: how many may come, and what they are worth. */
  record OrderTerms(Tolerances tolerances, Rates rates) {}

  ReceiveGoods(
      Companies companies,
      Documents<PurchaseOrder> orders,
      Documents<ReceivedGoods> receipts,
      Stock stock,
      ClearGoods clear,
      OrderTerms terms) {
    this.companies = companies;
    this.orders = orders;
    this.receipts = receipts;
    this.stock = stock;
    this.clear = clear;
    this.terms = terms;
  }

  /** What arrived, by line of the order; without lines all that is outstanding did. */
  record Arrived(Optional<LocationCode> location, List<Line> lines, Optional<ExchangeRate> rate) {
    Arrived {
      lines = List.copyOf(lines);
    }

    /** Of an order in the currency of the company, or at the rate of the day. */
    Arrived(Optional<LocationCode> location, List<Line> lines) {
      this(location, lines, Optional.empty());
    }
  }

  /**
   * How much of one line of the order arrived, and of which lot where lots are kept, good until
   * which day where its goods expire; a line that is named several times is of several lots.
   */
  record Line(int line, Quantity quantity, Optional<LotCode> lot, Optional<LocalDate> expiresOn) {
    /** Goods of no lot. */
    static Line of(int line, Quantity quantity) {
      return new Line(line, quantity, Optional.empty(), Optional.empty());
    }
  }

  /** The order as it is now, and what was booked. */
  record Booked(Versioned<PurchaseOrder> order, Receipt receipt) {}

  /**
   * Books the receipt.
   *
   * @throws org.millrace.shared.Refused as invalid when more arrives than is outstanding, as
   *     conflict when the status of the order forbids it
   */
  Booked receive(Versioned<PurchaseOrder> before, Arrived arrived, Happened happened) {
    Instant occurredAt = happened.occurredAt();
    CompanyCode company = before.company();
    PurchaseOrder order = before.document();
    Map<Integer, Quantity> quantities = quantities(order, arrived.lines());
    PurchaseOrder after = order.received(quantities, terms.tolerances().of(company)::mostReceived);
    LocalDate day = companies.dayOf(company, occurredAt);
    ReceivedGoods goods =
        ReceivedGoods.of(
            order,
            new ReceivedGoods.Place(
                new ReceivedGoods.Number(receipts.nextNumber(company, day)),
                day,
                arrived.location().orElse(LocationCode.MAIN)),
            quantities,
            rate(company, order, arrived, day));
    Clearing clearing = clear.of(company, order);
    Optional<Money> billed =
        Optional.of(clearing.receive(goods, day)).filter(some -> !some.isZero());
    Receipt told = goods.told(billed, Expenses.of(order, clearing));
    receipts.add(List.of(Versioned.first(company, goods)));
    Versioned<PurchaseOrder> received =
        orders.change(before, after, occurredAt, (head, o) -> new OrderReceived(head, o, told));
    if (goods.lines().stream().anyMatch(line -> isStocked(order, line))) {
      GoodsMove move =
          move(order, goods, lots(arrived.lines()), occurredAt).postedOn(happened.postingDate());
      stock.move(
          company, List.of(move.fulfilling(ExpectGoods.document(after), move.othersGoods())));
    }
    clear.keep(
        company,
        order,
        clearing,
        new ClearGoods.Cause(ReceivedGoods.KIND.ref(goods.number()), happened));
    return new Booked(received, told);
  }

  /** Whether a line of a receipt is of goods. */
  static boolean isStocked(PurchaseOrder order, ReceivedGoods.Line line) {
    return order.line(line.line()).orElseThrow().isStocked();
  }

  private Optional<ExchangeRate> rate(
      CompanyCode company, PurchaseOrder order, Arrived arrived, LocalDate day) {
    new Problems()
        .require(
            arrived.rate().isEmpty() || order.foreign().isPresent(),
            "rate",
            arrived.rate().map(ExchangeRate::value).orElse(""),
            "none: the order is in the currency of the company")
        .refuse("Purchase order " + order.number() + " cannot be received");
    return order
        .foreign()
        .map(
            placed ->
                terms
                    .rates()
                    .rate(
                        company,
                        arrived.rate(),
                        new Rates.Wanted(placed.currency(), order.currency(), day)));
  }

  private static Map<Integer, Quantity> quantities(PurchaseOrder order, List<Line> lines) {
    if (lines.isEmpty()) {
      return order.lines().stream()
          .filter(l -> l.outstandingQuantity().isPositive())
          .collect(Collectors.toMap(PurchaseOrder.Line::line, l -> l.outstandingQuantity()));
    }
    return lines.stream().collect(Collectors.toMap(Line::line, Line::quantity, Quantity::plus));
  }

  /** The lots that are named, by line. */
  static LotShares lots(List<Line> lines) {
    return LotShares.of(
        lines, Line::line, l -> new LotShares.Share(l.quantity(), l.lot(), l.expiresOn()));
  }

  /** The goods; what is none does not move. */
  private static GoodsMove move(
      PurchaseOrder order, ReceivedGoods receipt, LotShares lots, Instant occurredAt) {
    return new GoodsMove(
        MoveReason.RECEIPT,
        ReceivedGoods.KIND.ref(receipt.number()),
        occurredAt,
        receipt.lines().stream()
            .filter(l -> isStocked(order, l))
            .flatMap(
                l ->
                    lots
                        .split(
                            l.line(),
                            new GoodsMove.Line(
                                l.item(),
                                receipt.location(),
                                l.quantity(),
                                Optional.of(l.amount().dividedBy(l.quantity(), COST_DECIMALS))))
                        .stream())
            .toList());
  }
}
