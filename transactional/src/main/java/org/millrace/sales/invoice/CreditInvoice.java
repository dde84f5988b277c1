package org.millrace.sales.invoice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/** Credits lines of an invoice: the goods come back at today's moving average. */
final class CreditInvoice {
  private final CreditedLines credited;
  private final DirectInvoicing invoicing;
  private final DueAgain dueAgain;

  CreditInvoice(CreditedLines credited, DirectInvoicing invoicing, DueAgain dueAgain) {
    this.credited = credited;
    this.invoicing = invoicing;
    this.dueAgain = dueAgain;
  }

  /** Whether the customer gets others for the goods that came back. */
  enum Replacement {
    /** What came back is not wanted any more. */
    NONE,
    /** What came back is to be delivered again by the order of the invoice. */
    DUE
  }

  /** Quantities by line of the invoice, all that is left when none is named. */
  record Wanted(Map<Integer, Quantity> quantities, Replacement replacement) {
    Wanted {
      quantities = Map.copyOf(quantities);
    }
  }

  /** Credits what is wanted of an invoice that is locked. */
  Versioned<Invoice> credit(Versioned<Invoice> of, Wanted wanted, Instant occurredAt) {
    CompanyCode company = of.company();
    Invoice invoice = of.document();
    InvoiceNumber number = invoice.number();
    Map<Integer, Quantity> before = credited.of(company, number);
    TreeMap<Integer, Quantity> quantities =
        new TreeMap<>(
            wanted.quantities().isEmpty() ? invoice.creditable(before) : wanted.quantities());
    invoice.requireCreditable(before, quantities);
    credited.add(company, number, quantities);
    Map<Integer, Invoice.Line> lines =
        invoice.lines().stream().collect(Collectors.toMap(Invoice.Line::line, Function.identity()));
    List<Money> amounts =
        quantities.entrySet().stream()
            .map(
                e ->
                    Objects.requireNonNull(lines.get(e.getKey()))
                        .share(Objects.requireNonNull(before.get(e.getKey())), e.getValue())
                        .negated())
            .toList();
    List<NewInvoice.Line> back =
        quantities.entrySet().stream()
            .map(
                e ->
                    new NewInvoice.Line(
                        Objects.requireNonNull(lines.get(e.getKey())).item(),
                        e.getValue().negated(),
                        lines.get(e.getKey()).unitPrice().amount()))
            .toList();
    NewInvoice note =
        new NewInvoice(
            Invoice.Kind.CREDIT_NOTE,
            Optional.empty(),
            Optional.empty(),
            invoice.customer().code(),
            Optional.of(invoice.customer().country()),
            occurredAt,
            0,
            Optional.of(number),
            back);
    Versioned<Invoice> made = invoicing.credit(company, note, amounts);
    if (wanted.replacement() == Replacement.DUE) {
      dueAgain.order(company, order(invoice), back(lines, quantities), occurredAt);
    }
    return made;
  }

  private static OrderNumber order(Invoice invoice) {
    return invoice
        .order()
        .orElseThrow(
            () ->
                Refused.conflict(
                    "%s bills no order that could deliver a replacement. Credit it without one and"
                            .formatted(invoice.number())
                        + " place an order."));
  }

  private static Map<ItemCode, Quantity> back(
      Map<Integer, Invoice.Line> lines, Map<Integer, Quantity> quantities) {
    Map<ItemCode, Quantity> back = new TreeMap<>();
    quantities.forEach(
        (line, quantity) ->
            back.merge(Objects.requireNonNull(lines.get(line)).item(), quantity, Quantity::plus));
    return back;
  }
}
