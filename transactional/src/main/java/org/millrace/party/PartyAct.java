package org.millrace.party;

import org.millrace.document.DocumentAct;

/** What can be done with a party that was not merged into another. */
public enum PartyAct implements DocumentAct {
  CHANGE("be changed"),
  ADDRESSES("get other addresses"),
  CONTACTS("get other contacts"),
  TAX_NUMBERS("get other tax numbers"),
  BANK_ACCOUNTS("get other bank accounts");

  private final String words;

  PartyAct(String words) {
    this.words = words;
  }

  @Override
  public String words() {
    return words;
  }
}
