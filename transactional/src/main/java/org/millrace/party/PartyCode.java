package org.millrace.party;

import org.millrace.shared.Code;

/** Names a customer or supplier within a company. */
public record PartyCode(String value) implements Code, Comparable<PartyCode> {
  public PartyCode {
    value = Code.checked("party code", value, 80);
  }

  @Override
  public int compareTo(PartyCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
