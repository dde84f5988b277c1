package org.millrace.document.list;

/** An enumeration whose words lists sort in the order in which they are declared. */
public interface Ranked {}
