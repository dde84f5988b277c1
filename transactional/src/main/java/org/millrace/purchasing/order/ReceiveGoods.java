package org.millrace.purchasing.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.purchasing.OrderReceived;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.Receipt;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Quantity;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.LocationCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.Stock;

/** Takes goods of an order into stock at the ordered price, all or in part. */
public final class ReceiveGoods {
  private static final int COST_DECIMALS = 8;

  private final Companies companies;
  private final Orders orders;
  private final Stock stock;
  private final Events events;

  ReceiveGoods(Companies companies, Orders orders, Stock stock, Events events) {
    this.companies = companies;
    this.orders = orders;
    this.stock = stock;
    this.events = events;
  }

  /** What arrived, by line of the order; without lines all that is outstanding did. */
  public record Arrived(Optional<LocationCode> location, List<Line> lines) {
    public Arrived {
      lines = List.copyOf(lines);
    }
  }

  /** How much of one line of the order arrived. */
  public record Line(int line, Quantity quantity) {}

  /** The order as it is now, and what was booked. */
  public record Booked(KeptOrder kept, Receipt receipt) {}

  /**
   * Books the receipt.
   *
   * @throws org.millrace.shared.Refused as stale when the order no longer has that version, as
   *     invalid when more arrives than is outstanding, as conflict when its status forbids it
   */
  public Booked received(KeptOrder kept, Arrived arrived, Instant occurredAt) {
    Map<Integer, Quantity> quantities = quantities(kept.order(), arrived.lines());
    KeptOrder next = kept.next(kept.order().received(quantities));
    Receipt receipt =
        new Receipt(
            orders.nextReceiptNumber(),
            companies.dayOf(kept.company(), occurredAt),
            arrived.location().orElse(LocationCode.MAIN),
            lines(kept.order(), quantities));
    orders.change(next);
    orders.add(kept.company(), kept.order().number(), receipt);
    events.publish(List.of(new OrderReceived(next.head(occurredAt), next.order(), receipt)));
    GoodsMove move = move(receipt, occurredAt);
    stock.move(
        kept.company(),
        List.of(move.fulfilling(ExpectGoods.paper(next.order()), move.othersGoods())));
    return new Booked(next, receipt);
  }

  private static Map<Integer, Quantity> quantities(PurchaseOrder order, List<Line> lines) {
    if (lines.isEmpty()) {
      return order.lines().stream()
          .filter(l -> l.outstandingQuantity().isPositive())
          .collect(Collectors.toMap(PurchaseOrder.Line::line, l -> l.outstandingQuantity()));
    }
    return lines.stream().collect(Collectors.toMap(Line::line, Line::quantity, Quantity::plus));
  }

  private static List<Receipt.Line> lines(PurchaseOrder order, Map<Integer, Quantity> quantities) {
    return order.lines().stream()
        .filter(l -> quantities.containsKey(l.line()))
        .map(
            l ->
                new Receipt.Line(
                    l.line(),
                    l.item(),
                    quantities.get(l.line()),
                    l.unitPrice(),
                    l.amountAfter(l.receivedQuantity(), quantities.get(l.line()))))
        .toList();
  }

  private static GoodsMove move(Receipt receipt, Instant occurredAt) {
    return new GoodsMove(
        MoveReason.RECEIPT,
        new DocumentRef("purchasing", "receipt", receipt.number()),
        occurredAt,
        receipt.lines().stream()
            .map(
                l ->
                    new GoodsMove.Line(
                        l.item(),
                        receipt.location(),
                        l.quantity(),
                        Optional.of(l.amount().dividedBy(l.quantity(), COST_DECIMALS))))
            .toList());
  }
}
