package org.millrace.ingestion.envelope;

/** Who did it and on account of what; an empty causation means that nothing caused it. */
public record Trace(String actor, String correlationId, String causationId) {}
