package org.millrace.scenario;

/** A scenario says something that is not known here; it is never taken as passed. */
public final class UnknownWord extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UnknownWord(String where, String word) {
    super(where + ": unknown word '" + word + "'");
  }
}
