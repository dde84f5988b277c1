package org.millrace.ingestion.bronze;

/** What stands in a data file: how many rows, up to which position, and Delta's statistics. */
record FileContent(long rows, long lastPosition, String statistics) {}
