package org.millrace.party.merge;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A merge was proposed or is now as this says. */
@EventType("party.merge-changed")
record PartyMergeChanged(EventHead head, PartyMerge merge) implements DomainEvent {}
