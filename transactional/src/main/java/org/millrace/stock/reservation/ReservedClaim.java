package org.millrace.stock.reservation;

import org.millrace.shared.Quantity;

/** A claim on goods and what is reserved for it. */
public record ReservedClaim(Claim claim, Quantity reserved) {}
