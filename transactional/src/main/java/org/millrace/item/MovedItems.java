package org.millrace.item;

import java.util.Collection;
import java.util.Set;
import org.millrace.shared.CompanyCode;

/** Which items have moved: how those are valued stays. The stock answers. */
public interface MovedItems {
  /** Those of these items that ever moved. */
  Set<ItemCode> moved(CompanyCode company, Collection<ItemCode> items);
}
