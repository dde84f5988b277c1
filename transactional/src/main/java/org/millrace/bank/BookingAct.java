package org.millrace.bank;

import org.millrace.document.DocumentAct;

/** What can be done with a bank booking. */
public enum BookingAct implements DocumentAct {
  REVERSE("be reversed");

  private final String words;

  BookingAct(String words) {
    this.words = words;
  }

  @Override
  public String words() {
    return words;
  }
}
