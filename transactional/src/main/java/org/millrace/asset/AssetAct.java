package org.millrace.asset;

import org.millrace.document.DocumentAct;

/** What can be done with an asset. */
public enum AssetAct implements DocumentAct {
  DEPRECIATE("be depreciated"),
  REVERSE_DEPRECIATION("have depreciation reversed"),
  USE("be used"),
  CAPITALISE("take later cost"),
  REVALUE("be revalued"),
  CHANGE_LIFE("have its life changed"),
  DISPOSE("be disposed of");

  private final String words;

  AssetAct(String words) {
    this.words = words;
  }

  @Override
  public String words() {
    return words;
  }
}
