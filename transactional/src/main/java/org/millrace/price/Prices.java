package org.millrace.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.party.Party;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;

/** What items cost by the price lists of a company. */
public interface Prices {
  /** Who deals on which day, in which currency. */
  record Deal(PriceList.Side side, Party party, LocalDate day, Currency currency) {}

  /** So many of an item, in its own unit. */
  record Asked(ItemCode item, Quantity quantity) {}

  /** A price of one of the item's own unit, net, and the rule of the list that says so. */
  record Quote(BigDecimal unitPrice, Optional<BigDecimal> discountPercent, Source source) {}

  /** Which rule of which list, counted from 1, in which version of the list. */
  record Source(PriceListCode list, long version, int rule) {}

  /**
   * The price of each, in their order; empty where no list has one. The list of the partner goes
   * before that of his group, which goes before those for all; of several the one that is valid
   * from the latest day, then the first by code. Within a list the largest quantity that is reached
   * counts, then the latest first day.
   */
  List<Optional<Quote>> of(CompanyCode company, Deal deal, List<Asked> asked);
}
