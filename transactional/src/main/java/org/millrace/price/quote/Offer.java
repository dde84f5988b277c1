package org.millrace.price.quote;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.price.Prices;
import org.millrace.shared.Quantity;

/** A rule of a list that holds for a partner on a day, and what it is measured by. */
record Offer(
    ItemCode item,
    Reach reach,
    LocalDate listFrom,
    Quantity fromQuantity,
    LocalDate ruleFrom,
    Prices.Quote quote) {
  /** For whom the list is; the narrowest goes first. */
  enum Reach {
    PARTY,
    GROUP,
    ALL
  }

  /** The one that counts stands first. */
  static final Comparator<Offer> BEST =
      Comparator.comparing(Offer::reach)
          .thenComparing(Comparator.comparing(Offer::listFrom).reversed())
          .thenComparing(offer -> offer.quote().source().list())
          .thenComparing(Comparator.comparing(Offer::fromQuantity).reversed())
          .thenComparing(Comparator.comparing(Offer::ruleFrom).reversed());

  /** The best of these for so many of an item. */
  static Optional<Prices.Quote> best(Iterable<Offer> offers, Prices.Asked asked) {
    Offer best = null;
    for (Offer offer : offers) {
      boolean fits =
          offer.item().equals(asked.item())
              && offer.fromQuantity().compareTo(asked.quantity()) <= 0;
      if (fits && (best == null || BEST.compare(offer, best) < 0)) {
        best = offer;
      }
    }
    return Optional.ofNullable(best).map(Offer::quote);
  }
}
