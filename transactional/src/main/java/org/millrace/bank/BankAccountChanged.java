package org.millrace.bank;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** An account at a bank was registered or changed. */
@EventType("bank.account-changed")
public record BankAccountChanged(EventHead head, BankAccount account) implements DomainEvent {}
