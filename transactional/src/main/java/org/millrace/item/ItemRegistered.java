package org.millrace.item;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** An item was registered for the first time. */
@EventType("item.item-registered")
public record ItemRegistered(EventHead head, @JsonUnwrapped Item item) implements DomainEvent {}
