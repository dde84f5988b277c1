package org.millrace.analytics.stockpolicy;

/**
 * One point of the curve of service against stock: at this service level for all items, the value
 * of the safety stock, of the average stock, and the yearly demand met at once out of all demanded,
 * both at cost (met divided by demanded is the fill rate).
 */
public record ServicePoint(
    double serviceLevel,
    double safetyValue,
    double stockValue,
    double metValue,
    double demandedValue) {}
