package org.millrace.ingestion.bronze.table;

/** A finished Parquet file that no commit names yet; the statistics are Delta's JSON. */
public record DataFile(
    String path, long bytes, long modifiedAt, Partition partition, FileContent content) {}
