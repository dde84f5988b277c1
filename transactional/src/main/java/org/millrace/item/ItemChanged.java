package org.millrace.item;

import java.util.List;
import java.util.Optional;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;
import org.millrace.shared.Unit;

/** An item is now as this says. */
@EventType("item.item-changed")
public record ItemChanged(
    EventHead head,
    ItemCode code,
    String name,
    Unit unit,
    ItemKind kind,
    Optional<ItemGroupCode> group,
    List<Material> materials)
    implements DomainEvent {
  /** The event of that item. */
  public static ItemChanged of(EventHead head, Item item) {
    return new ItemChanged(
        head, item.code(), item.name(), item.unit(), item.kind(), item.group(), item.materials());
  }
}
