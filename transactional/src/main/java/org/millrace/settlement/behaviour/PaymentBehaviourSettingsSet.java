package org.millrace.settlement.behaviour;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A company set the bills of how many months say how promptly parties pay. */
@EventType("settlement.payment-behaviour-settings-set")
record PaymentBehaviourSettingsSet(EventHead head, PaymentBehaviourSettings settings)
    implements DomainEvent {}
