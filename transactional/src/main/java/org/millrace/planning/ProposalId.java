package org.millrace.planning;

import org.millrace.shared.Code;

/** Names a proposal within a company, as the plan that made it did. */
public record ProposalId(String value) implements Code, Comparable<ProposalId> {
  public ProposalId {
    value = Code.checked("proposal", value, 100);
  }

  @Override
  public int compareTo(ProposalId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
