package org.millrace.approval;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Who asked for it does not want it any more. */
@EventType("approval.request-withdrawn")
public record RequestWithdrawn(EventHead head, ApprovalRequest request) implements DomainEvent {}
