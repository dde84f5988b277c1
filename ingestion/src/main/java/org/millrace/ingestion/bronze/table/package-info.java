/**
 * The two bronze tables as files and Delta commits.
 *
 * <p>Read {@link org.millrace.ingestion.bronze.table.BronzeTable} for the columns, then {@link
 * org.millrace.ingestion.bronze.table.DeltaTable} for the commits. Only this package knows Parquet
 * and Delta Kernel. May import contract, outbox, envelope.
 */
package org.millrace.ingestion.bronze.table;
