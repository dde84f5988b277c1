package org.millrace.ingestion.outbox;

import org.millrace.ingestion.envelope.Event;

/**
 * One row of the outbox with its place; {@code reached} is the frontier once this row is handled.
 */
public record OutboxRow(Frontier reached, long tx, long position, Event event) {}
