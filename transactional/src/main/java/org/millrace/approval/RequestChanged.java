package org.millrace.approval;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** The command of a request says something else; all decisions fell. */
@EventType("approval.request-changed")
public record RequestChanged(EventHead head, ApprovalRequest request) implements DomainEvent {}
