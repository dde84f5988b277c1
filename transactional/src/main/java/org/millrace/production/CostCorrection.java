package org.millrace.production;

import java.time.LocalDate;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;

/** What materials cost more (or, below 0, less), and what of it the goods made so far carry. */
public record CostCorrection(
    LocalDate date, @Sensitive Money materialCost, @Sensitive Money completedCost) {}
