package org.millrace.ingestion.envelope;

/** What kind of event it is: its type, the version of its contract and the domain it belongs to. */
public record Kind(String type, int version, String domain) {}
