package org.millrace.ingestion.envelope;

/** Whose state the event tells: the aggregate, its version after the act, and the company. */
public record Subject(String aggregateId, long aggregateVersion, String company) {}
