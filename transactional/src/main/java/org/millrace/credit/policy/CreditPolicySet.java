package org.millrace.credit.policy;

import org.millrace.credit.CreditPolicy;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A company set what happens to orders above the credit limit. */
@EventType("credit.policy-set")
record CreditPolicySet(EventHead head, CreditPolicy policy) implements DomainEvent {}
