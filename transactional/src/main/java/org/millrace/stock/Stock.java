package org.millrace.stock;

import java.util.Collection;
import java.util.List;
import org.millrace.item.ItemCode;
import org.millrace.shared.CompanyCode;

/** The stock of each company, derived from its movements alone. */
public interface Stock {
  /**
   * Moves the goods in the order given, publishes what happened and returns it, one result a move
   * and one line a line.
   *
   * @throws org.millrace.shared.Refused as conflict when more would leave than is there, unless the
   *     company allows it
   */
  List<GoodsMoved> move(CompanyCode company, List<GoodsMove> moves);

  /** What lies where of these items. */
  List<Balance> balances(CompanyCode company, Collection<ItemCode> items);
}
