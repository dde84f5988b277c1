package org.millrace.stock.transfer;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** The goods of a transfer changed their location. */
@EventType("stock.transfer-posted")
public record TransferPosted(EventHead head, Transfer transfer) implements DomainEvent {}
