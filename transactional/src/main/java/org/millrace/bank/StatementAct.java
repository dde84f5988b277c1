package org.millrace.bank;

import org.millrace.document.DocumentAct;

/** What can be done with a statement as a whole. */
public enum StatementAct implements DocumentAct {
  ACCEPT_SAFE("have its safe proposals accepted"),
  ACCEPT("have proposals accepted"),
  CORRECT("have lines booked otherwise"),
  IGNORE("have lines left out"),
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
