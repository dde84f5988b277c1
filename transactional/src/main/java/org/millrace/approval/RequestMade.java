package org.millrace.approval;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A command waits for its approval; nothing of it is done. */
@EventType("approval.request-made")
public record RequestMade(EventHead head, ApprovalRequest request) implements DomainEvent {}
