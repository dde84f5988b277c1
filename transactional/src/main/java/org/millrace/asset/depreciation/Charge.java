package org.millrace.asset.depreciation;

import java.time.LocalDate;
import org.millrace.shared.Money;

/**
 * The depreciation of one period (IAS 16.48).
 *
 * @param date the end of the period
 * @param accumulated all that the asset lost by then
 * @param bookValue what it is worth in the books then: cost less accumulated depreciation
 */
public record Charge(LocalDate date, Money amount, Money accumulated, Money bookValue) {}
