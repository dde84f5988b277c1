package org.millrace.purchasing.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.document.list.Listed;
import org.millrace.party.PartyCode;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;

/**
 * The scorecard of a supplier: how well he kept what he promised in the orders of the last months,
 * twelve unless the company set another number, that were not cancelled. Percentages are 0 to 100
 * with 2 decimals, absent where nothing can be said yet; goods that went back did not come.
 *
 * @param overdueLines lines that are not there although the day promised last has passed
 * @param averageDays from the order until a line was received, with 1 decimal
 * @param averageDaysLate from the day promised first until it was received; below 0 when early
 * @param onTimePercent lines that were there whole by the day promised first, of those whose day
 *     has passed
 * @param onTimeByLastPercent the same by the day promised last
 * @param returnedPercent what went back, of what was received, at ordered prices
 * @param priceVariance what bills charged above ordered prices (+) or below, without tax and
 *     differences of rates
 * @param priceVariancePercent the same of the billed quantities at ordered prices; may be below 0
 * @param score 0 to 100 with 1 decimal: the mean, by the weights that the company set or each
 *     counting the same, of those known of onTimePercent, 100 - returnedPercent, and 100 -
 *     priceVariancePercent (100 where bills were below the order)
 */
@Listed(
    searched = {"supplier", "supplierName"},
    sorted = "supplier",
    key = "supplier")
record SupplierScore(
    PartyCode supplier,
    String supplierName,
    int orders,
    int lines,
    LocalDate lastOrderedOn,
    int overdueLines,
    Optional<BigDecimal> averageDays,
    Optional<BigDecimal> averageDaysLate,
    Optional<BigDecimal> onTimePercent,
    Optional<BigDecimal> onTimeByLastPercent,
    Optional<BigDecimal> returnedPercent,
    @Sensitive Optional<Money> priceVariance,
    @Sensitive Optional<BigDecimal> priceVariancePercent,
    Currency currency,
    @Sensitive Optional<BigDecimal> score) {}
