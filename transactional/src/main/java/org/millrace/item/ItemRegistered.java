package org.millrace.item;

import java.util.List;
import java.util.Optional;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;
import org.millrace.shared.Unit;

/** An item was registered for the first time. */
@EventType("item.item-registered")
public record ItemRegistered(
    EventHead head,
    ItemCode code,
    String name,
    Unit unit,
    ItemKind kind,
    Optional<ItemGroupCode> group,
    List<Material> materials)
    implements DomainEvent {
  /** The event of that item. */
  public static ItemRegistered of(EventHead head, Item item) {
    return new ItemRegistered(
        head, item.code(), item.name(), item.unit(), item.kind(), item.group(), item.materials());
  }
}
