package org.millrace.approval;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A delegation ended before its last day. */
@EventType("approval.delegation-ended")
public record DelegationEnded(EventHead head, Delegation delegation) implements DomainEvent {}
