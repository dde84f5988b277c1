package org.millrace.purchasing.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.receipt.ReceivedGoods;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Quantity;
import org.millrace.stock.CostCharge;
import org.millrace.stock.Stock;

/**
 * Keeps what bills pay for, and tells the stock what goods cost by them where that is not what was
 * ordered: 10 received at 2.00 and billed at 2.50 cost 5.00 more. The share of goods that are gone
 * is counted by how many a bill is for: 15 pieces billed 1.50 cheaper, of which 6 are there, lower
 * the stock by 0.60.
 */
public final class ClearGoods {
  private final Documents<ReceivedGoods> receipts;
  private final Matches matches;
  private final Stock stock;

  public ClearGoods(Documents<ReceivedGoods> receipts, Matches matches, Stock stock) {
    this.receipts = receipts;
    this.matches = matches;
    this.stock = stock;
  }

  /** Why goods cost something else from a moment on. */
  public record Cause(DocumentRef document, Happened happened) {}

  /** How the goods of an order and their bills stand. */
  public Clearing of(CompanyCode company, PurchaseOrder order) {
    List<ReceivedGoods> came =
        receipts.having(company, Map.of("orderNumber", order.number().value())).stream()
            .map(Versioned::document)
            .toList();
    return new Clearing(order, came, matches.of(company, order.number()));
  }

  /** Keeps the matches that were made, and charges the goods with what they cost more. */
  public void keep(CompanyCode company, PurchaseOrder order, Clearing clearing, Cause cause) {
    matches.add(company, clearing.made());
    Map<ItemCode, Map<ReceivedGoods.Number, List<ReceiptMatch>>> byItem = new TreeMap<>();
    for (ReceiptMatch match : clearing.made()) {
      PurchaseOrder.Line line = order.line(match.place().line()).orElseThrow();
      match
          .receipt()
          .filter(receipt -> line.isStocked() && !match.difference().isZero())
          .ifPresent(
              receipt ->
                  byItem
                      .computeIfAbsent(line.item(), i -> new LinkedHashMap<>())
                      .computeIfAbsent(receipt, r -> new ArrayList<>())
                      .add(match));
    }
    List<CostCharge> charges = new ArrayList<>();
    byItem.forEach(
        (item, differing) -> {
          List<CostCharge.Share> shares = shares(differing);
          if (!shares.isEmpty()) {
            charges.add(
                new CostCharge(
                    cause.document(),
                    item,
                    cause.happened().occurredAt(),
                    shares,
                    cause.happened().postingDate()));
          }
        });
    if (!charges.isEmpty()) {
      stock.charge(company, charges);
    }
  }

  private static List<CostCharge.Share> shares(
      Map<ReceivedGoods.Number, List<ReceiptMatch>> differing) {
    List<CostCharge.Share> shares = new ArrayList<>();
    differing.forEach(
        (receipt, same) -> {
          Money none = Money.zero(same.get(0).cost().currency());
          Money amount = same.stream().map(ReceiptMatch::difference).reduce(none, Money::plus);
          Quantity all =
              same.stream().map(ReceiptMatch::quantity).reduce(Quantity.ZERO, Quantity::plus);
          Quantity told = all.isNegative() ? all.negated() : all;
          if (!amount.isZero()) {
            shares.add(
                new CostCharge.Share(
                    ReceivedGoods.KIND.ref(receipt),
                    amount,
                    Optional.of(told).filter(Quantity::isPositive)));
          }
        });
    return shares;
  }
}
