package org.millrace.production;

import java.time.LocalDate;
import org.millrace.document.DocumentKind;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/** Goods that entered stock from a work order together, at actual cost. */
public record Completion(
    String number,
    LocalDate date,
    Quantity quantity,
    @Sensitive Money unitCost,
    @Sensitive Money cost) {
  /** Told by the events of its work order, in no table of its own; numbered PC-000001. */
  public static final DocumentKind<Completion> KIND =
      DocumentKind.of(Completion.class, "production", "completion")
          .numbered("PC")
          .untabled()
          .build();
}
