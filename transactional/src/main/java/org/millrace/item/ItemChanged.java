package org.millrace.item;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** An item is now as this says. */
@EventType("item.item-changed")
public record ItemChanged(EventHead head, @JsonUnwrapped Item item) implements DomainEvent {}
