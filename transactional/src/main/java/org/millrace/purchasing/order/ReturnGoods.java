package org.millrace.purchasing.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.purchasing.OrderReceived;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.receipt.ReceivedGoods;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.LotCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.Stock;

/**
 * Sends goods of a receipt back to the supplier before they are billed: they leave the stock at the
 * price they came with, and the order waits for them again.
 */
final class ReturnGoods {
  private final Companies companies;
  private final Documents<PurchaseOrder> orders;
  private final Documents<ReceivedGoods> receipts;
  private final Stock stock;

  ReturnGoods(
      Companies companies,
      Documents<PurchaseOrder> orders,
      Documents<ReceivedGoods> receipts,
      Stock stock) {
    this.companies = companies;
    this.orders = orders;
    this.receipts = receipts;
    this.stock = stock;
  }

  /** What goes back of a receipt, by line of the order; without lines all that it brought. */
  record Wanted(ReceivedGoods.Number receipt, List<ReceiveGoods.Line> lines) {
    Wanted {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Books the return.
   *
   * @throws org.millrace.shared.Refused as invalid when more goes back than the receipt brought and
   *     nobody billed, as conflict when the status of the order forbids it or the goods are gone
   */
  ReceiveGoods.Booked send(Versioned<PurchaseOrder> before, Wanted wanted, Happened happened) {
    Instant occurredAt = happened.occurredAt();
    CompanyCode company = before.company();
    PurchaseOrder order = before.document();
    ReceivedGoods receipt = receipt(company, order, wanted.receipt());
    Map<Integer, Quantity> quantities = quantities(company, receipt, wanted.lines());
    PurchaseOrder after = order.returned(quantities);
    LocalDate day = companies.dayOf(company, occurredAt);
    ReceivedGoods back =
        receipt.returned(
            order, new ReceivedGoods.Number(receipts.nextNumber(company, day)), day, quantities);
    receipts.add(List.of(Versioned.first(company, back)));
    Versioned<PurchaseOrder> returned =
        orders.change(
            before, after, occurredAt, (head, o) -> new OrderReceived(head, o, back.told()));
    GoodsMove move = move(back, ReceiveGoods.lots(wanted.lines()), occurredAt);
    stock.move(company, List.of(move.postedOn(happened.postingDate())));
    ExpectGoods.of(PurchaseOrder.KIND.head(returned, occurredAt), after)
        .ifPresent(expected -> stock.plan(company, List.of(expected)));
    return new ReceiveGoods.Booked(returned, back.told());
  }

  private ReceivedGoods receipt(
      CompanyCode company, PurchaseOrder order, ReceivedGoods.Number number) {
    Optional<ReceivedGoods> found =
        receipts.find(company, List.of(number)).stream()
            .map(Versioned::document)
            .filter(each -> each.orderNumber().equals(order.number()) && each.returns().isEmpty())
            .findFirst();
    new Problems()
        .require(found.isPresent(), "receipt", number, "a receipt of order " + order.number())
        .refuse("Goods of purchase order " + order.number() + " cannot be sent back");
    return found.orElseThrow();
  }

  private Map<Integer, Quantity> quantities(
      CompanyCode company, ReceivedGoods receipt, List<ReceiveGoods.Line> lines) {
    Map<Integer, Quantity> left = new HashMap<>();
    add(left, receipt);
    receipts.having(company, Map.of("returns", receipt.number().value())).stream()
        .map(Versioned::document)
        .forEach(back -> add(left, back));
    if (lines.isEmpty()) {
      left.values().removeIf(quantity -> !quantity.isPositive());
      return left;
    }
    Map<Integer, Quantity> wanted =
        lines.stream()
            .collect(
                Collectors.toMap(
                    ReceiveGoods.Line::line, ReceiveGoods.Line::quantity, Quantity::plus));
    Problems problems = new Problems();
    wanted.forEach(
        (line, quantity) ->
            problems.require(
                quantity.compareTo(left.getOrDefault(line, Quantity.ZERO)) <= 0,
                "lines." + line + ".quantity",
                quantity,
                "at most the %s that receipt %s brought and that are not sent back"
                    .formatted(left.getOrDefault(line, Quantity.ZERO), receipt.number())));
    problems.refuse("Goods of receipt " + receipt.number() + " cannot be sent back");
    return wanted;
  }

  private static void add(Map<Integer, Quantity> quantities, ReceivedGoods goods) {
    goods.lines().forEach(line -> quantities.merge(line.line(), line.quantity(), Quantity::plus));
  }

  private static GoodsMove move(
      ReceivedGoods back, Map<Integer, LotCode> lots, Instant occurredAt) {
    List<GoodsMove.Line> lines = new ArrayList<>();
    for (ReceivedGoods.Line line : back.lines()) {
      lines.add(
          new GoodsMove.Line(line.item(), back.location(), line.quantity(), Optional.empty())
              .of(Optional.ofNullable(lots.get(line.line())))
              .backOf(ReceivedGoods.KIND.ref(back.returns().orElseThrow())));
    }
    return new GoodsMove(
        MoveReason.RECEIPT, ReceivedGoods.KIND.ref(back.number()), occurredAt, lines);
  }
}
