package org.millrace.approval;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A policy asks for something else, or for nothing any more. */
@EventType("approval.policy-changed")
public record PolicyChanged(EventHead head, ApprovalPolicy policy) implements DomainEvent {}
