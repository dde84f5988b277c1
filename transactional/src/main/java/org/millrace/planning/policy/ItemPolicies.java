package org.millrace.planning.policy;

import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.planning.ItemPolicy;
import org.millrace.shared.CompanyCode;

/** How the items of each company are planned. */
public interface ItemPolicies {
  /** The policy of an item, if one was set. */
  Optional<ItemPolicy> of(CompanyCode company, ItemCode item);
}
