package org.millrace.ingestion.outbox;

import java.io.Serializable;

/** How often an idle outbox is looked at and how many rows one step reads at most. */
public record ReadingPace(int pollMillis, int batchRows) implements Serializable {}
