package org.millrace.purchasing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/**
 * Nobody will bill the goods of an order that came and are not billed: they cost nothing.
 *
 * @param expenses by how much services and expense items cost less
 */
@EventType("purchasing.bills-waived")
public record BillsWaived(
    EventHead head,
    PurchaseOrder order,
    String reason,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Receipt.Expense> expenses)
    implements DomainEvent {
  public BillsWaived {
    expenses = expenses == null ? List.of() : List.copyOf(expenses);
  }
}
