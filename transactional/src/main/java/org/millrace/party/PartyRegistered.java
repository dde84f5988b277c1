package org.millrace.party;

import java.util.Optional;
import java.util.Set;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A party was registered for the first time. */
@EventType("party.party-registered")
public record PartyRegistered(
    EventHead head,
    PartyCode code,
    String name,
    Set<Role> roles,
    String country,
    boolean walkIn,
    Optional<RegionCode> region)
    implements DomainEvent {
  /** The event of that party. */
  public static PartyRegistered of(EventHead head, Party party) {
    return new PartyRegistered(
        head,
        party.code(),
        party.name(),
        party.roles(),
        party.country(),
        party.walkIn(),
        party.region());
  }
}
