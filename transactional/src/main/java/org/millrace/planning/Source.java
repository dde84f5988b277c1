package org.millrace.planning;

/** Where an item comes from. */
public enum Source {
  BUY,
  MAKE
}
