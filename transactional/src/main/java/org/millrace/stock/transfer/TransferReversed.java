package org.millrace.stock.transfer;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Another transfer, which this one names, took the goods back. */
@EventType("stock.transfer-reversed")
public record TransferReversed(EventHead head, Transfer transfer, String reason)
    implements DomainEvent {}
