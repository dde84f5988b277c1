package org.millrace.warehouse.catalog;

import java.util.Optional;

/** One column: its meaning in a sentence and, for numbers and times, its unit. */
public record Column(String name, ColumnType type, String meaning, Optional<String> unit) {}
