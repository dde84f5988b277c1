package org.millrace.tax.filing;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A tax return was filed: its days are locked, what comes later for them goes into the next. */
@EventType("tax.tax-return-filed")
public record TaxReturnFiled(EventHead head, TaxReturn taxReturn) implements DomainEvent {}
