package org.millrace.party;

import java.util.Optional;
import java.util.Set;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A party is now as this says. */
@EventType("party.party-changed")
public record PartyChanged(
    EventHead head,
    PartyCode code,
    String name,
    Set<Role> roles,
    String country,
    boolean walkIn,
    Optional<RegionCode> region)
    implements DomainEvent {
  /** The event of that party. */
  public static PartyChanged of(EventHead head, Party party) {
    return new PartyChanged(
        head,
        party.code(),
        party.name(),
        party.roles(),
        party.country(),
        party.walkIn(),
        party.region());
  }
}
