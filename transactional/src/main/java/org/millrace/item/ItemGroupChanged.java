package org.millrace.item;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** An item group is now as this says. */
@EventType("item.item-group-changed")
public record ItemGroupChanged(EventHead head, ItemGroup itemGroup) implements DomainEvent {}
