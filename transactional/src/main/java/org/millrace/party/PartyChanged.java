package org.millrace.party;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A party is now as this says. */
@EventType("party.party-changed")
public record PartyChanged(EventHead head, @JsonUnwrapped Party party) implements DomainEvent {}
