package org.millrace.purchasing.order;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.purchasing.NewPurchaseOrder;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.consignment.BuyConsigned;
import org.millrace.purchasing.receipt.ReceivedGoods;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.stock.LocationCode;

/** Buys goods that lie here already by an order and its receipt, as any others are bought. */
final class BuyConsignedGoods implements BuyConsigned {
  private final Documents<PurchaseOrder> orders;
  private final PlaceOrder place;
  private final ReceiveGoods receive;
  private final ReturnGoods back;

  BuyConsignedGoods(
      Documents<PurchaseOrder> orders, PlaceOrder place, ReceiveGoods receive, ReturnGoods back) {
    this.orders = orders;
    this.place = place;
    this.receive = receive;
    this.back = back;
  }

  @Override
  public Bought buy(
      CompanyCode company,
      NewPurchaseOrder wanted,
      LocationCode location,
      List<Lot> lots,
      Happened happened) {
    Versioned<PurchaseOrder> order = place.place(company, wanted, happened.occurredAt());
    List<ReceiveGoods.Line> lines =
        order.document().lines().stream().map(line -> of(line, lots.get(line.line() - 1))).toList();
    ReceiveGoods.Arrived arrived = new ReceiveGoods.Arrived(Optional.of(location), lines);
    ReceiveGoods.Booked booked = receive.receive(order, arrived, happened);
    return new Bought(order.document().number(), booked.receipt().number());
  }

  private static ReceiveGoods.Line of(PurchaseOrder.Line line, Lot lot) {
    return new ReceiveGoods.Line(line.line(), line.quantity(), lot.lot(), lot.expiresOn());
  }

  @Override
  public void sendBack(CompanyCode company, Bought bought, List<Part> parts, Happened happened) {
    List<ReceiveGoods.Line> lines =
        IntStream.range(0, parts.size()).mapToObj(i -> back(i + 1, parts.get(i))).toList();
    back.send(
        orders.lock(company, List.of(bought.order())).get(0),
        new ReturnGoods.Wanted(new ReceivedGoods.Number(bought.receipt()), lines),
        happened);
  }

  private static ReceiveGoods.Line back(int line, Part part) {
    return new ReceiveGoods.Line(line, part.quantity(), part.lot(), Optional.empty());
  }
}
