package org.millrace.stock;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.shared.CompanyCode;

/** Goods that were there when the books began: they are worth what they cost, and no profit. */
public interface OpeningStock {
  /**
   * Takes goods over as they lay on a day, today when none is named.
   *
   * @throws org.millrace.shared.Refused as invalid when one of them comes with no quantity or cost
   */
  GoodsMoved take(CompanyCode company, List<GoodsMove.Line> goods, Optional<LocalDate> day);
}
