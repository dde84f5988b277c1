package org.millrace.production;

import java.time.LocalDate;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/** Goods that entered stock from a work order together, at actual cost. */
public record Completion(
    String number,
    LocalDate date,
    Quantity quantity,
    @Sensitive Money unitCost,
    @Sensitive Money cost) {}
