package org.millrace.stock.valuation;

import org.millrace.shared.Money;

/**
 * A movement with its value (signed, rounded to the currency). {@code covering} is what goods that
 * had left before they came turned out to cost more (negative) or less (positive) than assumed.
 */
public record Valued(Money unitCost, Money value, Money covering, ItemValue after) {}
