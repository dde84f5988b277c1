package org.millrace.settlement.ageing;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A company set after how many days an open item is how late. */
@EventType("settlement.ageing-settings-set")
record AgeingSettingsSet(EventHead head, AgeingSettings settings) implements DomainEvent {}
