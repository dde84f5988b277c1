package org.millrace.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millrace.currency.DocumentCurrency;
import org.millrace.item.ItemCode;
import org.millrace.price.DocumentDiscount;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/** Goods that went to the customer of an order; lines are those of the order. */
public record Delivery(String number, LocalDate date, List<Line> lines) {
  public Delivery {
    lines = List.copyOf(lines);
  }

  /** How much of one line of the order. */
  public record Line(int line, ItemCode item, Quantity quantity) {}

  /** Notes a problem for what an order that was delivered in part keeps and is asked to change. */
  static void requireKept(
      SalesOrder order, SalesOrder.Wanted wanted, DocumentCurrency money, Problems problems) {
    BigDecimal discount = percent(order.documentDiscount());
    BigDecimal asked = percent(wanted.documentDiscount());
    problems
        .require(
            wanted.customer().code().equals(order.customer().code()),
            "customer",
            wanted.customer().code(),
            order.customer().code() + ", who got a delivery of the order already")
        .require(
            money.equals(order.money()),
            "currency",
            money,
            order.money() + ", in which the order was delivered in part")
        .require(
            asked.compareTo(discount) == 0,
            "documentDiscountPercent",
            asked,
            discount.toPlainString() + ", at which the order was delivered in part");
  }

  private static BigDecimal percent(Optional<DocumentDiscount> discount) {
    return discount.map(DocumentDiscount::percent).orElse(BigDecimal.ZERO);
  }

  /** Notes a problem unless the line as it is asked for covers what was delivered of it. */
  static void requireCovers(
      SalesOrder.@Nullable Line asked, SalesOrder.Line delivered, Problems problems) {
    String place = "lines." + delivered.line();
    if (asked == null) {
      problems.add(place, "none", "line %d, it was delivered in part".formatted(delivered.line()));
      return;
    }
    problems
        .require(
            asked.item().equals(delivered.item()),
            place + ".item",
            asked.item(),
            delivered.item() + ", it was delivered in part")
        .require(
            asked.unitPrice().amount().compareTo(delivered.unitPrice().amount()) == 0,
            place + ".unitPrice",
            asked.unitPrice(),
            delivered.unitPrice() + ", the line was delivered in part")
        .require(
            asked.quantity().compareTo(delivered.deliveredQuantity()) >= 0,
            place + ".quantity",
            asked.quantity(),
            "at least the " + delivered.deliveredQuantity() + " delivered");
  }

  /** Notes a problem for each quantity that is not left to be delivered, by line. */
  static void requireFits(
      List<SalesOrder.Line> lines, Map<Integer, Quantity> wanted, Problems problems) {
    wanted.forEach(
        (line, quantity) -> {
          Quantity left =
              lines.stream()
                  .filter(l -> l.line() == line)
                  .findFirst()
                  .map(SalesOrder.Line::outstandingQuantity)
                  .orElse(Quantity.ZERO);
          problems.require(
              quantity.isPositive() && quantity.compareTo(left) <= 0,
              "lines." + line + ".quantity",
              quantity,
              "more than 0 and at most the " + left + " still to be delivered");
        });
  }

  /**
   * The lines of an order of which these are to be delivered once more.
   *
   * @throws Refused as conflict when it did not invoice so much of an item
   */
  static List<SalesOrder.Line> dueAgain(SalesOrder order, Map<ItemCode, Quantity> back) {
    Map<ItemCode, Quantity> left = new HashMap<>(back);
    List<SalesOrder.Line> next = new ArrayList<>(order.lines().size());
    for (SalesOrder.Line line : order.lines()) {
      Quantity some = left.getOrDefault(line.item(), Quantity.ZERO).min(line.invoicedQuantity());
      left.computeIfPresent(line.item(), (item, all) -> all.minus(some));
      next.add(line.dueAgain(some));
    }
    left.forEach(
        (item, rest) -> {
          if (rest.isPositive()) {
            throw Refused.conflict(
                "Order %s has not invoiced %s more of item %s, so they cannot be due again."
                    .formatted(order.number(), rest, item));
          }
        });
    return next;
  }

  /** Why an order has nothing to invoice; empty when it has. */
  static Optional<String> nothingToInvoice(SalesOrder order) {
    return order.uninvoicedLines().isEmpty()
        ? Optional.of(
            "Order %s has no delivered goods to invoice. Deliver some first."
                .formatted(order.number()))
        : Optional.empty();
  }

  /** Why an order cannot be given up: what was delivered of it waits for an invoice. */
  static Optional<String> notInvoicedYet(SalesOrder order) {
    return order.uninvoicedLines().stream()
        .findFirst()
        .map(
            line ->
                ("Order %s cannot be cancelled: %s of item %s were delivered and not invoiced."
                        + " Invoice them first.")
                    .formatted(order.number(), line.uninvoicedQuantity(), line.item()));
  }

  /** Notes a problem for each line that could never be delivered. */
  static void requireSound(List<SalesOrder.Line> lines, Problems problems) {
    lines.forEach(
        line ->
            problems
                .require(
                    line.line() >= 1 && line.line() <= SalesOrder.LAST_LINE,
                    "lines.line",
                    line.line(),
                    "a number from 1 to " + SalesOrder.LAST_LINE)
                .require(
                    line.quantity().isPositive(),
                    "lines." + line.line() + ".quantity",
                    line.quantity(),
                    "more than 0"));
  }
}
