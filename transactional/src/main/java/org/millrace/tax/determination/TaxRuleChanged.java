package org.millrace.tax.determination;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A rule of tax determination is now as this says. */
@EventType("tax.tax-rule-changed")
public record TaxRuleChanged(EventHead head, TaxRule taxRule) implements DomainEvent {}
