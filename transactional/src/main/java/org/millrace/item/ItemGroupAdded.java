package org.millrace.item;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** An item group was added. */
@EventType("item.item-group-added")
public record ItemGroupAdded(EventHead head, ItemGroup itemGroup) implements DomainEvent {}
