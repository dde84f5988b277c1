package org.millrace.purchasing.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.party.Party;
import org.millrace.price.PriceList;
import org.millrace.price.Prices;
import org.millrace.purchasing.NewPurchaseOrder;
import org.millrace.purchasing.order.AgreedPrices.Agreed;
import org.millrace.purchasing.order.AgreedPrices.Goods;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.shared.UnitPrice;

/**
 * Says what goods cost whose price nobody named: as the price lists of purchases say for the
 * supplier, quantity, day and currency; else as was agreed with him last for the item in that unit
 * and currency.
 */
final class ProposePrices {
  private final Prices prices;
  private final AgreedPrices agreed;

  ProposePrices(Prices prices, AgreedPrices agreed) {
    this.prices = prices;
    this.agreed = agreed;
  }

  /** So many of an item's own unit, and the unit they were asked for in where that is another. */
  record Asked(Goods goods, Quantity quantity) {}

  /** A price of one of the item's own unit for each, in their order; empty where none is known. */
  List<Optional<Agreed>> of(
      CompanyCode company, Party supplier, AgreedPrices.Deal deal, List<Asked> asked) {
    if (asked.isEmpty()) {
      return List.of();
    }
    Iterator<Optional<Prices.Quote>> quotes =
        prices
            .of(
                company,
                new Prices.Deal(PriceList.Side.PURCHASE, supplier, deal.day(), deal.currency()),
                asked.stream()
                    .map(one -> new Prices.Asked(one.goods().item(), one.quantity()))
                    .toList())
            .iterator();
    Map<Goods, Agreed> latest =
        agreed.latest(company, deal, asked.stream().map(one -> one.goods().item()).toList());
    List<Optional<Agreed>> found = new ArrayList<>(asked.size());
    for (Asked one : asked) {
      found.add(
          quotes
              .next()
              .map(ProposePrices::listed)
              .or(() -> Optional.ofNullable(latest.get(one.goods()))));
    }
    return found;
  }

  /** Orders show no discount: 20 less 2.5 % are 19.5. */
  private static Agreed listed(Prices.Quote quote) {
    BigDecimal price =
        quote
            .discountPercent()
            .map(
                percent ->
                    quote
                        .unitPrice()
                        .multiply(BigDecimal.ONE.subtract(percent.movePointLeft(2)))
                        .setScale(UnitPrice.DECIMALS, RoundingMode.HALF_UP))
            .orElse(quote.unitPrice());
    return new Agreed(price, NewPurchaseOrder.Origin.of(quote.source()));
  }
}
