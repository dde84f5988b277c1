package org.millrace.purchasing;

import java.time.LocalDate;
import org.millrace.shared.Quantity;

/**
 * For which day a supplier promised a line of an order last, and how much of it, in the unit of the
 * item. The day counts for all of the line that is still to come.
 */
public record Promised(LocalDate date, Quantity quantity) {}
