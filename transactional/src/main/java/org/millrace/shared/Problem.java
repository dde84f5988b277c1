package org.millrace.shared;

/** One thing wrong with an input: where, what stood there, what was expected. */
public record Problem(String field, String value, String expected) {}
