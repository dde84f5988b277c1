package org.millrace.analytics.mrp;

import java.time.LocalDate;

/**
 * One week of an item: needed in all, on its way, proposed to arrive, proposed to start, and in
 * stock at the end (before receipts are moved, so it may fall below nothing for a while).
 */
public record MaterialWeek(
    LocalDate monday,
    double needed,
    double receipts,
    double proposed,
    double started,
    double stock) {}
