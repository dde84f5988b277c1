package org.millrace.ingestion.bronze;

/** A finished Parquet file that no commit names yet; the statistics are Delta's JSON. */
record DataFile(
    String path, long bytes, long modifiedAt, Partition partition, FileContent content) {}
