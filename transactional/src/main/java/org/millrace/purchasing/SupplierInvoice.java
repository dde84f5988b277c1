package org.millrace.purchasing;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.document.mapping.Stored;
import org.millrace.item.ItemCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/**
 * What a supplier billed for goods that arrived. Received amount = value of the same goods at the
 * ordered price; net amount less received amount is the price variance; open amount = net amount
 * less paid amount.
 */
public record SupplierInvoice(
    SupplierInvoiceNumber number,
    @Stored("order_number") PurchaseOrderNumber order,
    Supplier supplier,
    Optional<String> supplierReference,
    LocalDate invoiceDate,
    LocalDate dueDate,
    Currency currency,
    Money netAmount,
    Money receivedAmount,
    Money paidAmount,
    Money openAmount,
    List<Line> lines) {
  /** Stored in purchasing.supplier_invoice with its lines; numbered SI-000001. */
  public static final DocumentKind<SupplierInvoice> KIND =
      DocumentKind.of(SupplierInvoice.class, "purchasing", "supplier-invoice")
          .numbered("SI")
          .lines("lines", "purchasing.supplier_invoice_line", "invoice_number")
          .searched("number", "order", "supplier", "supplier.name", "supplierReference")
          .sorted("-invoiceDate")
          .steps(SupplierInvoice::state, InvoiceState.Act.values())
          .build();

  public SupplierInvoice {
    lines = List.copyOf(lines);
    new Problems()
        .require(
            !dueDate.isBefore(invoiceDate),
            "dueDate",
            dueDate,
            "not before the invoice date " + invoiceDate)
        .refuse("Supplier invoice " + number + " cannot be posted");
  }

  /** One billed line of the order. */
  public record Line(
      int line,
      ItemCode item,
      String itemName,
      Quantity quantity,
      Money unitPrice,
      Money netAmount,
      Money receivedAmount) {}

  /** Where it stands by what is open. */
  public InvoiceState state() {
    return openAmount.isPositive() ? InvoiceState.OPEN : InvoiceState.PAID;
  }

  /**
   * The invoice after that much was paid.
   *
   * @throws Refused as conflict when nothing or less than that is open
   */
  public SupplierInvoice paid(Money amount) {
    state().require(InvoiceState.Act.PAY, KIND.titled(number));
    new Problems()
        .require(
            amount.isPositive() && amount.equals(amount.rounded()),
            "amount",
            amount.amount(),
            "more than 0, with the decimals of " + currency)
        .refuse("Supplier invoice " + number + " cannot be paid");
    if (amount.compareTo(openAmount) > 0) {
      throw Refused.conflict(
          "Supplier invoice %s cannot be paid with %s: %s of %s is open. Pay at most that."
              .formatted(number, amount, openAmount, netAmount));
    }
    return with(paidAmount.plus(amount));
  }

  /** The invoice after that much of what was paid was taken back. */
  public SupplierInvoice unpaid(Money amount) {
    return with(paidAmount.minus(amount));
  }

  private SupplierInvoice with(Money paid) {
    return new SupplierInvoice(
        number,
        order,
        supplier,
        supplierReference,
        invoiceDate,
        dueDate,
        currency,
        netAmount,
        receivedAmount,
        paid,
        netAmount.minus(paid),
        lines);
  }
}
