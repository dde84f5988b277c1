package org.millrace.purchasing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/**
 * A supplier's invoice passed the match against order and receipt and is owed.
 *
 * @param expenses what services and expense items cost otherwise than they were received for
 */
@EventType(value = "purchasing.supplier-invoice-posted", version = 2)
public record SupplierInvoicePosted(
    EventHead head,
    SupplierInvoice invoice,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Receipt.Expense> expenses)
    implements DomainEvent {
  public SupplierInvoicePosted {
    expenses = expenses == null ? List.of() : List.copyOf(expenses);
  }

  /** Of goods alone. */
  public SupplierInvoicePosted(EventHead head, SupplierInvoice invoice) {
    this(head, invoice, List.of());
  }
}
