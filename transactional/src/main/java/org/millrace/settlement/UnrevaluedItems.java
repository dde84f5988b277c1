package org.millrace.settlement;

import java.time.LocalDate;
import java.util.List;
import org.millrace.party.Company;

/** Which foreign items are to be revalued. */
public interface UnrevaluedItems {
  /** The items that are open at the end of that day, and that no revaluation of it names. */
  List<Item> at(Company company, LocalDate day);

  /** An item, or an account that holds foreign money. */
  record Item(Revaluation.Kind kind, String item) {}
}
