package org.millrace.stock.transfer;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Goods are to be moved from one location to another. */
@EventType("stock.transfer-drafted")
public record TransferDrafted(EventHead head, Transfer transfer) implements DomainEvent {}
