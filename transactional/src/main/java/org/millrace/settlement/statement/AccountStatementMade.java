package org.millrace.settlement.statement;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A statement of account was made for a party. */
@EventType("settlement.account-statement-made")
record AccountStatementMade(EventHead head, AccountStatement statement) implements DomainEvent {}
