package org.millrace.purchasing.invoice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.receipt.ReceivedGoods;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Quantity;
import org.millrace.stock.CostCharge;
import org.millrace.stock.Stock;

/**
 * Tells the stock what goods cost by the bill, where that is not what was ordered: 10 received at
 * 2.00 and billed at 2.50 cost 5.00 more. The bill pays for the oldest receipts of the order that
 * were not billed before, each by its quantity. Tax that is not got back is cost of the goods.
 */
final class PriceDifferences {
  private static final int SHARE_DECIMALS = 12;

  private final Documents<ReceivedGoods> receipts;
  private final Stock stock;

  PriceDifferences(Documents<ReceivedGoods> receipts, Stock stock) {
    this.receipts = receipts;
    this.stock = stock;
  }

  /** Charges the goods of the order, as it was before the bill, with the differences. */
  void charge(Versioned<PurchaseOrder> before, SupplierInvoice invoice, Happened happened) {
    Map<Integer, Money> taxes = TaxBill.costs(invoice);
    List<SupplierInvoice.Line> differing =
        invoice.lines().stream().filter(line -> !difference(line, taxes).isZero()).toList();
    if (differing.isEmpty()) {
      return;
    }
    List<ReceivedGoods> received = received(before.company(), before.document());
    List<CostCharge> charges = new ArrayList<>();
    for (SupplierInvoice.Line line : differing) {
      PurchaseOrder.Line ordered = before.document().line(line.line()).orElseThrow();
      charges.add(
          new CostCharge(
              SupplierInvoice.KIND.ref(invoice.number()),
              line.item(),
              happened.occurredAt(),
              shares(received, ordered, line, difference(line, taxes)),
              happened.postingDate()));
    }
    stock.charge(before.company(), charges);
  }

  private static Money difference(SupplierInvoice.Line line, Map<Integer, Money> taxes) {
    Money none = Money.zero(line.netAmount().currency());
    Money cost = line.netAmount().plus(taxes.getOrDefault(line.line(), none));
    return cost.minus(line.receivedAmount());
  }

  private List<ReceivedGoods> received(CompanyCode company, PurchaseOrder order) {
    return receipts.having(company, Map.of("orderNumber", order.number().value())).stream()
        .map(Versioned::document)
        .sorted(
            Comparator.comparing(ReceivedGoods::receiptDate)
                .thenComparing(receipt -> receipt.number().value()))
        .toList();
  }

  /** The difference by receipt; rounded from the first on, so that the shares add up. */
  private static List<CostCharge.Share> shares(
      List<ReceivedGoods> received,
      PurchaseOrder.Line ordered,
      SupplierInvoice.Line billed,
      Money difference) {
    Quantity all = ordered.ofReceived(billed.quantity());
    Quantity skipped = ordered.invoicedQuantity();
    Quantity until = Quantity.ZERO;
    Money charged = Money.zero(billed.netAmount().currency());
    List<CostCharge.Share> shares = new ArrayList<>();
    for (ReceivedGoods receipt : received) {
      Quantity there = quantity(receipt, ordered.line());
      Quantity paid = there.minus(there.min(skipped)).min(all.minus(until));
      skipped = skipped.minus(there.min(skipped));
      until = until.plus(paid);
      Money share = difference.times(until).dividedBy(all, SHARE_DECIMALS).rounded().minus(charged);
      charged = charged.plus(share);
      if (!share.isZero()) {
        shares.add(new CostCharge.Share(ReceivedGoods.KIND.ref(receipt.number()), share));
      }
    }
    return shares;
  }

  private static Quantity quantity(ReceivedGoods receipt, int line) {
    return receipt.lines().stream()
        .filter(each -> each.line() == line)
        .map(ReceivedGoods.Line::quantity)
        .reduce(Quantity.ZERO, Quantity::plus);
  }
}
