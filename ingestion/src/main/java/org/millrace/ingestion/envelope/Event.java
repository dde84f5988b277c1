package org.millrace.ingestion.envelope;

/** One event as the outbox holds it; the payload is the JSON text, untouched. */
public record Event(
    String id, Kind kind, Subject subject, Times times, Trace trace, String payload) {}
