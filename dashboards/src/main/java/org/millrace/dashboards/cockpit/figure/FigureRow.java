package org.millrace.dashboards.cockpit.figure;

import java.math.BigDecimal;
import java.util.Optional;

/** One figure as the mart answers it; the value is empty where a ratio has nothing below. */
record FigureRow(
    String key,
    String label,
    Optional<BigDecimal> numerator,
    Optional<BigDecimal> denominator,
    Optional<BigDecimal> value,
    long rows) {}
