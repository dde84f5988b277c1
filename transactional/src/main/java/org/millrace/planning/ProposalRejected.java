package org.millrace.planning;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A planner rejected a proposal. */
@EventType("planning.proposal-rejected")
public record ProposalRejected(EventHead head, Proposal proposal) implements DomainEvent {}
