package org.millrace.planning;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A plan proposes to buy or make something, or proposes it with other figures. */
@EventType("planning.proposal-made")
public record ProposalMade(EventHead head, Proposal proposal) implements DomainEvent {}
