package org.millrace.approval;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** From now on documents of a kind need approval. */
@EventType("approval.policy-added")
public record PolicyAdded(EventHead head, ApprovalPolicy policy) implements DomainEvent {}
