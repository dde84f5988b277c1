package org.millrace.stock.transfer;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A transfer that was not posted yet was corrected. */
@EventType("stock.transfer-changed")
public record TransferChanged(EventHead head, Transfer transfer) implements DomainEvent {}
