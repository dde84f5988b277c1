package org.millrace.warehouse;

import java.time.LocalDate;
import java.util.Optional;
import org.millrace.warehouse.lake.Lake;

/** What an analysis is asked for; without a company it looks at each of them by itself. */
public record AnalysisRun(Lake lake, Optional<LocalDate> asOf, Optional<String> company) {}
