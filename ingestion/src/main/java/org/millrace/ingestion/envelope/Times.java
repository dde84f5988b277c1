package org.millrace.ingestion.envelope;

/** When it happened in the business and when it was recorded, in microseconds since 1970 UTC. */
public record Times(long occurredAtMicros, long recordedAtMicros) {}
