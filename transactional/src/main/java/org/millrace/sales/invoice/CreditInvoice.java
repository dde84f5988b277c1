package org.millrace.sales.invoice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.millrace.item.ItemCode;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;

/** Credits lines of an invoice: the goods come back at today's moving average. */
final class CreditInvoice {
  private final Invoices invoices;
  private final DirectInvoicing invoicing;
  private final DueAgain dueAgain;

  CreditInvoice(Invoices invoices, DirectInvoicing invoicing, DueAgain dueAgain) {
    this.invoices = invoices;
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

  /** Credits what is wanted. */
  Invoice credit(
      CompanyCode company,
      InvoiceNumber number,
      Version expected,
      Wanted wanted,
      Instant occurredAt) {
    Invoices.Kept kept =
        Optional.ofNullable(invoices.hold(company, List.of(number)).get(number))
            .orElseThrow(
                () -> Refused.notFound("There is no invoice %s in %s.".formatted(number, company)));
    expected.check("Invoice " + number, kept.version().number());
    if (kept.invoice().kind() == Invoice.Kind.CREDIT_NOTE) {
      throw Refused.conflict(
          "%s is a credit note and cannot be credited. Post a new invoice instead."
              .formatted(number));
    }
    Map<Integer, Invoice.Line> lines =
        invoices.lines(company, number).stream()
            .collect(Collectors.toMap(Invoice.Line::line, Function.identity()));
    Map<Integer, Quantity> before = invoices.credited(company, number);
    TreeMap<Integer, Quantity> quantities =
        new TreeMap<>(wanted.quantities().isEmpty() ? left(lines, before) : wanted.quantities());
    refuseTooMuch(number, lines, before, quantities);
    invoices.addCredited(company, number, quantities);
    List<Money> amounts =
        quantities.entrySet().stream()
            .map(e -> lines.get(e.getKey()).share(before.get(e.getKey()), e.getValue()).negated())
            .toList();
    List<NewInvoice.Line> back =
        quantities.entrySet().stream()
            .map(
                e ->
                    new NewInvoice.Line(
                        lines.get(e.getKey()).item(),
                        e.getValue().negated(),
                        lines.get(e.getKey()).unitPrice().amount()))
            .toList();
    NewInvoice note =
        new NewInvoice(
            Invoice.Kind.CREDIT_NOTE,
            Optional.empty(),
            Optional.empty(),
            kept.invoice().customer().code(),
            Optional.of(kept.invoice().customer().country()),
            occurredAt,
            0,
            Optional.of(number),
            back);
    Invoice credited = invoicing.credit(company, note, amounts);
    if (wanted.replacement() == Replacement.DUE) {
      dueAgain.order(company, order(kept.invoice()), back(lines, quantities), occurredAt);
    }
    return credited;
  }

  private static OrderNumber order(Invoice.Header invoice) {
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
        (line, quantity) -> back.merge(lines.get(line).item(), quantity, Quantity::plus));
    return back;
  }

  private static Map<Integer, Quantity> left(
      Map<Integer, Invoice.Line> lines, Map<Integer, Quantity> before) {
    return lines.values().stream()
        .collect(
            Collectors.toMap(Invoice.Line::line, l -> l.quantity().minus(before.get(l.line()))))
        .entrySet()
        .stream()
        .filter(e -> e.getValue().isPositive())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static void refuseTooMuch(
      InvoiceNumber number,
      Map<Integer, Invoice.Line> lines,
      Map<Integer, Quantity> before,
      Map<Integer, Quantity> wanted) {
    if (wanted.isEmpty()) {
      throw Refused.conflict("Invoice %s is credited in full already.".formatted(number));
    }
    Problems problems = new Problems();
    wanted.forEach(
        (line, quantity) -> {
          Quantity left =
              Optional.ofNullable(lines.get(line))
                  .map(l -> l.quantity().minus(before.get(line)))
                  .orElse(Quantity.ZERO);
          problems.require(
              quantity.isPositive() && quantity.compareTo(left) <= 0,
              "lines." + line + ".quantity",
              quantity,
              "more than 0 and at most the " + left + " not credited yet");
        });
    problems.refuse("Invoice " + number + " cannot be credited so");
  }
}
