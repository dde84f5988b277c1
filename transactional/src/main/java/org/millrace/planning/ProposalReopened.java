package org.millrace.planning;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A planner took a rejection back; the proposal can be decided on again. */
@EventType("planning.proposal-reopened")
public record ProposalReopened(EventHead head, Proposal proposal) implements DomainEvent {}
