package org.millrace.purchasing.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.LotShares;
import org.millrace.stock.MoveReason;
import org.millrace.stock.Stock;

/**
 * Sends goods of a receipt back to the supplier: they leave the stock at the price they came with,
 * and the order waits for them again. Those that are billed are claimed of him until he credits
 * them.
 */
final class ReturnGoods {
  private final Companies companies;
  private final Documents<PurchaseOrder> orders;
  private final Documents<ReceivedGoods> receipts;
  private final Stock stock;
  private final ClearGoods clear;

  ReturnGoods(
      Companies companies,
      Documents<PurchaseOrder> orders,
      Documents<ReceivedGoods> receipts,
      Stock stock,
      ClearGoods clear) {
    this.companies = companies;
    this.orders = orders;
    this.receipts = receipts;
    this.stock = stock;
    this.clear = clear;
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
   * @throws org.millrace.shared.Refused as invalid when more goes back than the receipt brought, as
   *     conflict when the status of the order forbids it or the goods are gone
   */
  ReceiveGoods.Booked send(Versioned<PurchaseOrder> before, Wanted wanted, Happened happened) {
    Instant occurredAt = happened.occurredAt();
    CompanyCode company = before.company();
    PurchaseOrder order = before.document();
    ReceivedGoods receipt = receipt(company, order, wanted.receipt());
    LocalDate day = companies.dayOf(company, occurredAt);
    requireThere(receipt, day);
    Map<Integer, Quantity> quantities = quantities(company, receipt, wanted.lines());
    PurchaseOrder after = order.returned(quantities);
    Clearing clearing = clear.of(company, order);
    quantities.forEach((line, quantity) -> clearing.free(receipt.number(), line, quantity, day));
    ReceivedGoods.Number number = new ReceivedGoods.Number(receipts.nextNumber(company, day));
    List<ReceivedGoods.Line> lines =
        receipt.lines().stream().filter(line -> quantities.containsKey(line.line())).toList();
    LotShares lots = ReceiveGoods.lots(wanted.lines());
    Going going = new Going(order, receipt, lines, quantities, lots);
    List<GoodsMoved> moved = List.of();
    if (lines.stream().anyMatch(line -> ReceiveGoods.isStocked(order, line))) {
      GoodsMove move = going.move(number, occurredAt).postedOn(happened.postingDate());
      moved = stock.move(company, List.of(move)).subList(0, 1);
    }
    ReceivedGoods back = receipt.returned(number, day, going.worth(moved, clearing));
    receipts.add(List.of(Versioned.first(company, back)));
    clearing.sendBack(back, day);
    Receipt told = back.told(Optional.empty(), Expenses.of(order, clearing));
    Versioned<PurchaseOrder> returned =
        orders.change(before, after, occurredAt, (head, o) -> new OrderReceived(head, o, told));
    DocumentRef cause = ReceivedGoods.KIND.ref(number);
    clear.keep(company, order, clearing, new ClearGoods.Cause(cause, happened));
    ExpectGoods.of(PurchaseOrder.KIND.head(returned, occurredAt), after)
        .ifPresent(expected -> stock.plan(company, List.of(expected)));
    return new ReceiveGoods.Booked(returned, told);
  }

  /** Goods of these lines of a receipt that go back. */
  private record Going(
      PurchaseOrder order,
      ReceivedGoods receipt,
      List<ReceivedGoods.Line> lines,
      Map<Integer, Quantity> quantities,
      LotShares lots) {
    private Quantity quantity(ReceivedGoods.Line line) {
      return quantities.getOrDefault(line.line(), Quantity.ZERO);
    }

    private GoodsMove move(ReceivedGoods.Number as, Instant occurredAt) {
      List<GoodsMove.Line> moved = new ArrayList<>();
      for (ReceivedGoods.Line line : lines) {
        if (ReceiveGoods.isStocked(order, line)) {
          GoodsMove.Line whole =
              new GoodsMove.Line(
                      line.item(), receipt.location(), quantity(line).negated(), Optional.empty())
                  .backOf(ReceivedGoods.KIND.ref(receipt.number()));
          moved.addAll(lots.split(line.line(), whole));
        }
      }
      return new GoodsMove(MoveReason.RECEIPT, ReceivedGoods.KIND.ref(as), occurredAt, moved);
    }

    /** What they came to in the stock, or, what is no goods, what it cost. */
    private List<ReceivedGoods.Back> worth(List<GoodsMoved> moved, Clearing clearing) {
      Iterator<GoodsMoved.Line> goods =
          moved.stream().flatMap(of -> of.lines().stream()).iterator();
      List<ReceivedGoods.Back> worth = new ArrayList<>();
      for (ReceivedGoods.Line line : lines) {
        Money value =
            ReceiveGoods.isStocked(order, line)
                ? value(goods, lots.count(line.line())).negated()
                : Expenses.share(clearing, receipt, line.line(), quantity(line));
        worth.add(new ReceivedGoods.Back(line.line(), quantity(line), value));
      }
      return worth;
    }

    private static Money value(Iterator<GoodsMoved.Line> goods, int lines) {
      Money value = goods.next().value();
      for (int more = 1; more < lines; more++) {
        value = value.plus(goods.next().value());
      }
      return value;
    }
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

  private static void requireThere(ReceivedGoods receipt, LocalDate day) {
    new Problems()
        .require(
            !day.isBefore(receipt.receiptDate()),
            "occurredAt",
            day,
            "not before the goods came on " + receipt.receiptDate())
        .refuse("Goods of receipt " + receipt.number() + " cannot be sent back");
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
}
