package org.millrace.bank;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A rule for bank lines was made, learned, changed or retired. */
@EventType("bank.rule-changed")
public record BankRuleChanged(EventHead head, BankRule rule) implements DomainEvent {}
