package org.millrace.ingestion.bronze.table;

/** What stands in a data file: how many rows, up to which position, and Delta's statistics. */
public record FileContent(long rows, long lastPosition, String statistics) {}
