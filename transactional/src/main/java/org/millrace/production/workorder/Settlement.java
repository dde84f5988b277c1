package org.millrace.production.workorder;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.millrace.item.ItemCode;
import org.millrace.production.CoProduct;
import org.millrace.production.WorkOrder;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * What the goods of a work order cost more than they were received at, once all of its cost is
 * known, and what is an expense. Pieces spoilt beyond the usual bear the cost of good ones, which
 * is an expense; those spoilt as usual are paid for by the good ones (IAS 2.12, 2.16, CAS 1).
 * 282.00 for 7 good and 2 of abnormal scrap are 219.33 and 62.67. Co-products share by sales value.
 * Of nothing made all is an expense.
 */
record Settlement(List<Share> goods, Money lossCost) {
  private static final int DECIMALS = 24;

  /** What goods of an item cost more, or below 0 less. */
  record Share(ItemCode item, Money amount) {}

  /** The settlement of all that is open of an order; nothing of it stays in the shop. */
  static Settlement of(WorkOrder order) {
    List<Money> targets = targets(order);
    List<Share> goods = new ArrayList<>();
    Money left = order.openCost();
    Money main = order.completedCost();
    for (CoProduct each : order.coProducts()) {
      main = main.minus(each.completedCost());
    }
    if (order.completedQuantity().isPositive()) {
      goods.add(new Share(order.item(), targets.get(0).minus(main)));
    }
    for (int i = 0; i < order.coProducts().size(); i++) {
      CoProduct each = order.coProducts().get(i);
      if (each.completedQuantity().isPositive()) {
        goods.add(new Share(each.item(), targets.get(2 + i).minus(each.completedCost())));
      }
    }
    goods.removeIf(share -> share.amount().isZero());
    for (Share share : goods) {
      left = left.minus(share.amount());
    }
    return new Settlement(List.copyOf(goods), left);
  }

  /** All goods together. */
  Money goodsCost() {
    return goods.stream().map(Share::amount).reduce(Money.zero(lossCost.currency()), Money::plus);
  }

  /** The cost of the product, of what of it was lost, and of each co-product. */
  private static List<Money> targets(WorkOrder order) {
    BigDecimal price =
        order.coProducts().isEmpty()
            ? BigDecimal.ONE
            : order.actuals().salesPrice().map(Money::amount).orElse(BigDecimal.ZERO);
    List<BigDecimal> weights = new ArrayList<>();
    weights.add(weight(order.completedQuantity(), price));
    weights.add(weight(order.actuals().lossQuantity(), price));
    order
        .coProducts()
        .forEach(each -> weights.add(weight(each.completedQuantity(), each.salesPrice().amount())));
    if (weights.stream().allMatch(weight -> weight.signum() == 0)) {
      weights.set(0, order.completedQuantity().value());
      weights.set(1, order.actuals().lossQuantity().value());
    }
    return shared(order.totalCost(), weights);
  }

  private static BigDecimal weight(Quantity quantity, BigDecimal price) {
    return quantity.value().multiply(price);
  }

  /** Rounded from the first on, so that the shares add up; nothing where nothing weighs. */
  private static List<Money> shared(Money amount, List<BigDecimal> weights) {
    BigDecimal whole = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal until = BigDecimal.ZERO;
    Money told = Money.zero(amount.currency());
    List<Money> shares = new ArrayList<>();
    for (BigDecimal weight : weights) {
      until = until.add(weight);
      Money all =
          whole.signum() == 0
              ? told
              : amount.times(until.divide(whole, DECIMALS, RoundingMode.HALF_UP)).rounded();
      shares.add(all.minus(told));
      told = all;
    }
    return shares;
  }
}
