package org.millrace.approval;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/**
 * A step was approved or rejected; after the last approval the command was carried out, or failed.
 */
@EventType("approval.request-decided")
public record RequestDecided(EventHead head, ApprovalRequest request) implements DomainEvent {}
