package org.millrace.bank;

import org.millrace.document.DocumentAct;

/** What can be done with a statement as a whole. */
public enum StatementAct implements DocumentAct {
  CANCEL("be cancelled");

  private final String words;

  StatementAct(String words) {
    this.words = words;
  }

  @Override
  public String words() {
    return words;
  }
}
