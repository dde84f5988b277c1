package org.millrace.bank;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A bank statement was taken in, its lines booked or opened again, or it was cancelled. */
@EventType("bank.statement-changed")
public record StatementChanged(EventHead head, BankStatement statement) implements DomainEvent {}
