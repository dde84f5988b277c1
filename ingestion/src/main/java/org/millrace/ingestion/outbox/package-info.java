/**
 * The outbox as a Flink source, and the progress written back beside it.
 *
 * <p>Read {@link org.millrace.ingestion.outbox.OutboxSource} first, then {@code OutboxReading} for
 * the order in which rows come and {@link org.millrace.ingestion.outbox.Frontier} for what is
 * remembered. May import the envelope only.
 */
package org.millrace.ingestion.outbox;
