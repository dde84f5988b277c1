/**
 * The sink: Parquet files written while events come, one Delta commit per table and checkpoint.
 *
 * <p>Read {@link org.millrace.ingestion.bronze.BronzeSink} first, then {@code BronzeCommitter} for
 * what a crash does. May import its tables, contract, outbox, envelope.
 */
package org.millrace.ingestion.bronze;
