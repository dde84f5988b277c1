package org.millrace.purchasing.blocked;

import java.util.Optional;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A bill that does not fit was held, or somebody decided about it. */
@EventType("purchasing.blocked-bill-changed")
public record BlockedBillChanged(
    EventHead head, BlockedBill blockedBill, Optional<BlockedBillState.Act> act)
    implements DomainEvent {}
