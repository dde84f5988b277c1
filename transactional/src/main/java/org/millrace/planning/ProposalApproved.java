package org.millrace.planning;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A planner approved a proposal; its document was made with it. */
@EventType("planning.proposal-approved")
public record ProposalApproved(EventHead head, Proposal proposal) implements DomainEvent {}
