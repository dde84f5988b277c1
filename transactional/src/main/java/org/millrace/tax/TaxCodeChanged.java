package org.millrace.tax;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A tax code is now as this says. */
@EventType("tax.tax-code-changed")
public record TaxCodeChanged(EventHead head, TaxCode taxCode) implements DomainEvent {}
