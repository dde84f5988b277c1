package org.millrace.analytics.segmentation;

import java.math.BigDecimal;

/**
 * What a customer did in the window: days since the last invoice, number of invoices, and net value
 * after credit notes (in the population's currency).
 */
public record Behaviour(int recencyDays, int frequency, BigDecimal monetary) {}
