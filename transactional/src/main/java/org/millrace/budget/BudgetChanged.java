package org.millrace.budget;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A budget was added or is now as this says. */
@EventType("budget.budget-changed")
public record BudgetChanged(EventHead head, Budget budget) implements DomainEvent {}
