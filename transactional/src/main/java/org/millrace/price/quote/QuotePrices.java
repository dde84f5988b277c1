package org.millrace.price.quote;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.item.ItemCode;
import org.millrace.price.Prices;
import org.millrace.shared.CompanyCode;

/** Finds the price of each line in the lists that hold for its deal. */
final class QuotePrices implements Prices {
  private final Offers offers;

  QuotePrices(Offers offers) {
    this.offers = offers;
  }

  @Override
  public List<Optional<Quote>> of(CompanyCode company, Deal deal, List<Asked> asked) {
    if (asked.isEmpty()) {
      return List.of();
    }
    Set<ItemCode> items = asked.stream().map(Asked::item).collect(Collectors.toSet());
    List<Offer> found = offers.of(company, deal, items);
    return asked.stream().map(one -> Offer.best(found, one)).toList();
  }
}
