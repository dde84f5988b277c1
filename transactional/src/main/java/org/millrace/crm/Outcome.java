package org.millrace.crm;

/** How an opportunity ended, or that it has not yet. */
public enum Outcome {
  OPEN,
  WON,
  LOST
}
