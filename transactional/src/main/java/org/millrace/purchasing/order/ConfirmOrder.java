package org.millrace.purchasing.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.confirmation.SupplierConfirmation;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;

/**
 * Notes what the supplier of an order promises. The newest promise is what stock, plans and the
 * list of overdue receipts count on; those before stay as they were noted.
 */
final class ConfirmOrder {
  private final Companies companies;
  private final Documents<PurchaseOrder> orders;
  private final Documents<SupplierConfirmation> confirmations;

  ConfirmOrder(
      Companies companies,
      Documents<PurchaseOrder> orders,
      Documents<SupplierConfirmation> confirmations) {
    this.companies = companies;
    this.orders = orders;
    this.confirmations = confirmations;
  }

  /** The order as it is now, and what was noted. */
  record Noted(Versioned<PurchaseOrder> order, SupplierConfirmation confirmation) {}

  /**
   * Notes it.
   *
   * @throws org.millrace.shared.Refused as invalid when it does not fit the order, as conflict when
   *     the status of the order forbids it
   */
  Noted confirm(
      Versioned<PurchaseOrder> before, SupplierConfirmation.Told told, Instant occurredAt) {
    CompanyCode company = before.company();
    LocalDate day = companies.dayOf(company, occurredAt);
    SupplierConfirmation confirmation =
        SupplierConfirmation.of(
            before.document(),
            new SupplierConfirmation.Noted(
                new SupplierConfirmation.Number(confirmations.nextNumber(company, day)),
                day,
                Caller.current().user()),
            told);
    PurchaseOrder after = before.document().promised(confirmation.promised());
    confirmations.add(List.of(Versioned.first(company, confirmation)));
    return new Noted(
        orders.change(
            before,
            after,
            occurredAt,
            (head, order) -> new OrderConfirmed(head, order, confirmation)),
        confirmation);
  }
}
