package org.millrace.stock.valuation;

/** Names a line of goods that moved, or of what changed their value. */
public record LineKey(String number, int line) {}
