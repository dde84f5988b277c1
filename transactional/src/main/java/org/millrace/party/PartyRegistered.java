package org.millrace.party;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A party was registered for the first time. */
@EventType("party.party-registered")
public record PartyRegistered(EventHead head, @JsonUnwrapped Party party) implements DomainEvent {}
