package org.millrace.stock;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.item.ItemCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * The stock of each company, derived from its movements alone; what of it is reserved, from what
 * open documents plan.
 */
public interface Stock {
  /**
   * Moves the goods in the order given, publishes what happened and returns it, one result a move
   * and one line a line.
   *
   * @throws org.millrace.shared.Refused as conflict when more would leave than is there or than is
   *     not reserved for others, unless the company allows negative stock
   */
  List<GoodsMoved> move(CompanyCode company, List<GoodsMove> moves);

  /**
   * Adds to the cost of goods that came in, from the moment of the charge on, and takes out what
   * belongs to goods that are gone. Publishes each change as goods moved with quantity 0.
   */
  void charge(CompanyCode company, List<CostCharge> charges);

  /**
   * Sets what one of an item costs from a moment on, and returns what that adds to the value of
   * what is there. Publishes it as goods moved with quantity 0.
   */
  Money revalue(CompanyCode company, NewCost cost);

  /** What these documents brought in, by document and item, in the order of their numbers. */
  List<Brought> brought(CompanyCode company, Collection<String> numbers);

  /** What lies where of these items. */
  List<Balance> balances(CompanyCode company, Collection<ItemCode> items);

  /** All that lies at a location, or is missing there, in the order of the items. */
  List<Balance> lying(CompanyCode company, LocationCode location);

  /** What lay of each lot of these items at a location at a moment, by item and lot; never 0. */
  List<LotBalance> lots(
      CompanyCode company, LocationCode location, Collection<ItemCode> items, Instant moment);

  /** The lot of an item that a document moved first, where it named one. */
  Optional<LotCode> lot(CompanyCode company, DocumentRef document, ItemCode item);

  /** What of these items came (+) or went (-) at a location after a moment; others are left out. */
  Map<ItemCode, Quantity> movedAfter(
      CompanyCode company, LocationCode location, Collection<ItemCode> items, Instant moment);

  /** Those of these items whose cost is known. */
  default Set<ItemCode> costed(CompanyCode company, Collection<ItemCode> items) {
    return balances(company, items).stream()
        .filter(balance -> balance.averageCost().isPositive())
        .map(Balance::item)
        .collect(Collectors.toSet());
  }

  /**
   * Replaces what these documents plan to move, and publishes the reservations that changed. Goods
   * are reserved for who wants them first, and of one day for who planned first; goods that come in
   * later go to those who wait in the same order.
   */
  void plan(CompanyCode company, List<PlannedGoods> planned);

  /** What a document can have of each item: all that lies there and is not reserved for others. */
  Map<ItemCode, Quantity> free(CompanyCode company, Collection<ItemCode> items, DocumentRef who);
}
