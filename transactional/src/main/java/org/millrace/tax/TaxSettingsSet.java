package org.millrace.tax;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** What holds for the taxes of a company was set. */
@EventType("tax.settings-set")
public record TaxSettingsSet(EventHead head, TaxSettings settings) implements DomainEvent {}
