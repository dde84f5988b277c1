package org.millrace.tax.determination;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A rule of tax determination was added. */
@EventType("tax.tax-rule-added")
public record TaxRuleAdded(EventHead head, TaxRule taxRule) implements DomainEvent {}
