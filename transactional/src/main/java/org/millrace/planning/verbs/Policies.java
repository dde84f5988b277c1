package org.millrace.planning.verbs;

import java.time.Instant;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.planning.ItemPolicy;
import org.millrace.shared.CompanyCode;

/** Sets how the items of each company are planned. */
public interface Policies {
  /** The policy of an item, if one was set; it stays as it is until the transaction ends. */
  Optional<ItemPolicy> of(CompanyCode company, ItemCode item);

  /**
   * Sets the policy of an item; the same again changes nothing.
   *
   * @return whether that changed it
   * @throws org.millrace.shared.Refused when the item or its supplier does not fit
   */
  boolean set(CompanyCode company, ItemPolicy policy, Instant occurredAt);
}
