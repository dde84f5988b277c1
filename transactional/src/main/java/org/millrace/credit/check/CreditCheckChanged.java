package org.millrace.credit.check;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** An order exceeds the credit limit, or the check of it is now as this says. */
@EventType("credit.check-changed")
public record CreditCheckChanged(EventHead head, CreditCheck check) implements DomainEvent {}
