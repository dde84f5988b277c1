package org.millrace.tax;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A tax code was added. */
@EventType("tax.tax-code-added")
public record TaxCodeAdded(EventHead head, TaxCode taxCode) implements DomainEvent {}
