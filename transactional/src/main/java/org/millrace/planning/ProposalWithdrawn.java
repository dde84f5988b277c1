package org.millrace.planning;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A later plan no longer proposes it. */
@EventType("planning.proposal-withdrawn")
public record ProposalWithdrawn(EventHead head, Proposal proposal) implements DomainEvent {}
