package org.millrace.document.draft;

import org.millrace.document.DocumentAct;

/** What can be done with a draft. */
public enum DraftAct implements DocumentAct {
  CHANGE("be changed"),
  POST("be posted"),
  CANCEL("be cancelled");

  private final String words;

  DraftAct(String words) {
    this.words = words;
  }

  @Override
  public String words() {
    return words;
  }
}
