package org.millrace.sales.returns;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A return was asked for or is now as this says. */
@EventType("sales.return-changed")
public record ReturnChanged(EventHead head, GoodsReturn goodsReturn) implements DomainEvent {}
