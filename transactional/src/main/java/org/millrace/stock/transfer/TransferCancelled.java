package org.millrace.stock.transfer;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A transfer that was not posted was given up. */
@EventType("stock.transfer-cancelled")
public record TransferCancelled(EventHead head, Transfer transfer) implements DomainEvent {}
