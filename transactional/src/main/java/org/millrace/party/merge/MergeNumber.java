package org.millrace.party.merge;

import org.millrace.shared.Code;

/** Names a merge within a company. */
public record MergeNumber(String value) implements Code {
  public MergeNumber {
    value = Code.checked("merge number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
