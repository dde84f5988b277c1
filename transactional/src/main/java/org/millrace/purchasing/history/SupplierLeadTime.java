package org.millrace.purchasing.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.millrace.document.list.Listed;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.shared.Quantity;

/**
 * How long a supplier takes for an item, and how much of it comes when it was promised: his {@link
 * LeadTime lead times} together. Days are counted over received lines; shares weigh the lines by
 * their ordered quantities.
 *
 * @param id joins supplier and item by a slash
 * @param lines of orders that were not cancelled
 * @param receivedLines of which nothing is to come
 * @param averageDays from the order until the line was received, with 1 decimal
 * @param averageDaysLate from the day promised first until it was received; below 0 when early
 * @param onTimePercent share of what was promised first for a day that has passed, 0 to 100
 * @param onTimeByLastPercent the same by the day promised last
 */
@Listed(
    searched = {"supplier", "supplierName", "item", "itemName"},
    sorted = "supplier,item",
    key = {"supplier", "item"})
record SupplierLeadTime(
    String id,
    PartyCode supplier,
    String supplierName,
    ItemCode item,
    String itemName,
    int lines,
    int receivedLines,
    Quantity quantity,
    LocalDate lastOrderedOn,
    Optional<Integer> shortestDays,
    Optional<BigDecimal> averageDays,
    Optional<Integer> longestDays,
    Optional<BigDecimal> averageDaysLate,
    Optional<BigDecimal> onTimePercent,
    Optional<BigDecimal> onTimeByLastPercent) {}
