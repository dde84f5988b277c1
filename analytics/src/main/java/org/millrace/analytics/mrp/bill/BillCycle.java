package org.millrace.analytics.mrp.bill;

import java.util.List;

/** An item is made from itself; the bills must be corrected before anything can be planned. */
public final class BillCycle extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  BillCycle(List<String> path) {
    super(
        "Bills of material run in a circle: %s; take one of these lines out"
            .formatted(String.join(" > ", path)));
  }
}
