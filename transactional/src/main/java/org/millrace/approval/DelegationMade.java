package org.millrace.approval;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Somebody decides in the place of another one for some days. */
@EventType("approval.delegation-made")
public record DelegationMade(EventHead head, Delegation delegation) implements DomainEvent {}
