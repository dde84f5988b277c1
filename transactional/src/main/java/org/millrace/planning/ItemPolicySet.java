package org.millrace.planning;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** How an item is planned was set. */
@EventType(value = "planning.item-policy-set", version = 2)
public record ItemPolicySet(EventHead head, ItemPolicy policy) implements DomainEvent {}
