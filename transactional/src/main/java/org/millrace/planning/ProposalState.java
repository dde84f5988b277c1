package org.millrace.planning;

/**
 * Where a proposal stands. Only open ones can be decided on or withdrawn, only decided reopened.
 */
public enum ProposalState {
  OPEN,
  APPROVED,
  REJECTED,
  WITHDRAWN;

  /** Whether a planner has had the last word. */
  public boolean isDecided() {
    return this == APPROVED || this == REJECTED;
  }
}
