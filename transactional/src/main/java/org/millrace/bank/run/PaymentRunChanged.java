package org.millrace.bank.run;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Bills were collected to be paid together, released for the bank, or given up. */
@EventType("bank.payment-run-changed")
public record PaymentRunChanged(EventHead head, PaymentRun run) implements DomainEvent {}
